// Before the first paint: say that scripts run, and use the colours this person chose on this device.
document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("gufu-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is closed in some browsers; the device's own choice then stands.
}
