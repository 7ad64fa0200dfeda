"""What an installation is made of: locks, image, Compose file. They agree with each other."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
DOCKERIGNORE = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
SITE = ("migrate", "web", "worker")


def locked(name: str) -> set[tuple[str, str]]:
    """Package and version of each entry of a lock; one package may have a version per Python."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", text, re.MULTILINE))


class TestLocks:
    def test_tests_run_on_the_versions_that_the_site_runs_on(self):
        assert locked("base") <= locked("dev")

    @pytest.mark.parametrize("name", ["base", "dev", "uv"])
    def test_every_package_has_a_hash_and_no_address_is_written_down(self, name):
        text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
        assert len(entries) == len(locked(name)) > 0
        for entry in entries:
            assert "--hash=sha256:" in entry, entry
        assert "://" not in text
        assert "--find-links" not in text

    @pytest.mark.parametrize("name", ["base", "dev", "uv"])
    def test_every_direct_need_is_locked(self, name):
        source = (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8")
        needs = re.findall(r"^([A-Za-z][A-Za-z0-9-]+)", source, re.MULTILINE)
        assert {need.lower() for need in needs} <= {package for package, _ in locked(name)}


class TestImage:
    def test_the_process_is_nobody_special(self):
        users = re.findall(r"^USER (.+)", DOCKERFILE, re.MULTILINE)
        assert users == ["10001:10001"]
        assert DOCKERFILE.index("USER ") < DOCKERFILE.index("CMD [")

    def test_every_step_stands_on_one_line_so_that_ci_runs_it_whole(self):
        for step in re.findall(r"^RUN .*", DOCKERFILE, re.MULTILINE):
            assert not step.endswith("\\")
            assert "<<" not in step

    def test_it_holds_every_app_and_not_the_demo(self):
        let_through = {line[1:] for line in DOCKERIGNORE if line.startswith("!")}
        apps = {app.split(".")[0] for app in settings.INSTALLED_APPS}
        own = {app for app in apps if (ROOT / app / "__init__.py").exists()}
        assert own <= let_through
        assert {"manage.py", "templates", "locale"} <= let_through
        assert "*" in DOCKERIGNORE
        assert "gufu/demo" in DOCKERIGNORE[DOCKERIGNORE.index("!gufu") :]

    def test_what_it_copies_exists(self):
        for name in (line[1:] for line in DOCKERIGNORE if line.startswith("!")):
            assert (ROOT / name).exists(), name


class TestCompose:
    def test_it_names_every_part(self):
        assert set(SERVICES) == {*SITE, "postgres", "elasticsearch", "mail"}

    @pytest.mark.parametrize("name", SERVICES)
    def test_no_part_is_root_or_may_become_it(self, name):
        service = SERVICES[name]
        assert service["user"].split(":")[0] not in ("0", "root")
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "privileged" not in service

    @pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
    def test_every_lasting_part_says_whether_it_is_well(self, name):
        assert SERVICES[name]["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")
        assert SERVICES[name]["restart"] == "unless-stopped"

    @pytest.mark.parametrize("name", SITE)
    def test_the_site_cannot_write_outside_its_data(self, name):
        assert SERVICES[name]["read_only"] is True
        assert SERVICES[name]["volumes"] == ["var:/var/lib/gufu"]

    def test_nothing_is_published_beyond_this_machine(self):
        for service in SERVICES.values():
            for port in service.get("ports", []):
                assert port.startswith("127.0.0.1:")

    def test_data_is_reachable_from_the_site_alone(self):
        assert COMPOSE["networks"]["inside"]["internal"] is True
        for name in ("postgres", "elasticsearch"):
            assert SERVICES[name]["networks"] == ["inside"]

    def test_secrets_come_from_files_that_make_secrets_writes(self):
        script = (ROOT / "deploy/secrets.sh").read_text(encoding="utf-8")
        written = set(re.findall(r"^keep (\w+) ", script, re.MULTILINE))
        assert set(COMPOSE["secrets"]) == written
        for name, secret in COMPOSE["secrets"].items():
            assert secret == {"file": f"./deploy/secrets/{name}"}
        for service in SERVICES.values():
            for name, value in service["environment"].items():
                if str(value).startswith("/run/secrets/"):
                    assert name.endswith("_FILE")
                    assert value.rpartition("/")[2] in service["secrets"]

    def test_search_engine_is_the_release_that_its_client_is_for(self):
        image = SERVICES["elasticsearch"]["image"].rpartition(":")[2]
        assert image.split(".")[:2] == dict(locked("base"))["elasticsearch"].split(".")[:2]


def test_secrets_are_random_closed_and_never_overwritten(tmp_path):
    script = tmp_path / "secrets.sh"
    script.write_text((ROOT / "deploy/secrets.sh").read_text())
    folder = tmp_path / "secrets"

    def make_secrets() -> dict[str, str]:
        subprocess.run(["bash", script], check=True, capture_output=True)
        return {path.name: path.read_text().strip() for path in folder.iterdir()}

    values = make_secrets()
    assert make_secrets() == values
    assert folder.stat().st_mode & 0o077 == 0
    secret = [values[name] for name in ("secret_key", "database_password", "elastic_password")]
    assert len(set(secret)) == 3
    assert min(map(len, secret)) >= 50
    assert values["database_password"] in values["database_url"]
    assert values["elastic_password"] in values["elasticsearch_url"]
