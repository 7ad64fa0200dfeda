"""With the keyboard alone, with forced colours, and without motion: everything is still there."""

import pytest

pytestmark = pytest.mark.browser

ROOMS = ["/", "/kolleger/mette-lindgaard/kontakt/", "/vaerktoejer/stille-start/", "/soeg/?q=møde"]

#: What the focused control looks like: its place on the page, and whether a ring is drawn.
FOCUSED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect(), card = here.closest(".card") || here;
  const drawn = [[here], [here, "::after"], [card]].map((each) => getComputedStyle(...each));
  const ring = drawn.some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
  here.dataset.been = (here.dataset.been || 0) * 1 + 1;
  return {name: (here.textContent || here.name || here.tagName).trim().slice(0, 40),
          been: here.dataset.been * 1, ring,
          seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth};
}"""


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("path", ROOMS)
def test_tab_goes_through_everything_and_shows_where_it_is(visit, path, width):
    staff = visit(width=width)
    staff.go(path)
    steps = []
    while len(steps) < 200:
        staff.page.keyboard.press("Tab")
        step = staff.page.evaluate(FOCUSED)
        if step is None or step["been"] > 1:
            break
        steps.append(step)
    assert 10 < len(steps) < 200
    assert [step["name"] for step in steps if not step["ring"]] == []
    assert [step["name"] for step in steps if not step["seen"]] == []


def test_the_first_stop_leads_past_the_head(visit):
    staff = visit()
    staff.go("/cases/")
    staff.page.keyboard.press("Tab")
    staff.page.keyboard.press("Enter")
    staff.page.keyboard.press("Tab")
    assert staff.page.evaluate("!!document.activeElement.closest('main')")


@pytest.mark.parametrize("path", ROOMS)
def test_nothing_moves_for_who_asked_for_stillness(visit, path):
    staff = visit()
    staff.page.emulate_media(reduced_motion="reduce")
    staff.go(path)
    longest = staff.page.evaluate(
        """() => Math.max(0, ...[...document.querySelectorAll("*")].flatMap((each) => {
             const style = getComputedStyle(each);
             return [style.animationDuration, style.transitionDuration]
               .flatMap((all) => all.split(",").map(parseFloat));
           }))"""
    )
    assert longest <= 0.01


@pytest.mark.parametrize("path", ROOMS)
def test_forced_colours_keep_every_control_and_sign(visit, path):
    staff = visit()
    staff.page.emulate_media(forced_colors="active")
    staff.go(path)
    unseen = staff.page.evaluate(
        """() => [...document.querySelectorAll("main .button, main input:not([type=hidden])")]
             .filter((each) => each.checkVisibility())
             .filter((each) => {
               const style = getComputedStyle(each);
               return style.borderStyle === "none" && style.appearance === "none";
             }).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert unseen == []
