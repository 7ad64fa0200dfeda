"""A hundred readers open a page at once whose picture has not been made yet: it is made once."""

import json
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.journeys.conftest import eventually

pytestmark = pytest.mark.browser

PAGE = "/cases/park-og-vej-fra-borgernes-stol/"
FORGET = """
from cases.models import CasePortraitPage
photo = CasePortraitPage.objects.get(slug="park-og-vej-fra-borgernes-stol").picture
for row in photo.renditions.all():
    row.file.storage.delete(row.file.name)
    row.delete()
"""
COUNT = """
import json
from consent.models import PhotoRendition
rows = PhotoRendition.objects.values_list("image", "filter_spec", "file")
print(json.dumps(list(map(list, rows))))
"""


def test_a_hundred_readers_and_one_render(visit, running_site):
    staff = visit()
    cookie = "; ".join(
        f"{each['name']}={each['value']}" for each in staff.page.context.cookies(running_site.url)
    )
    running_site.manage("shell", "--verbosity", "0", "-c", FORGET)
    request = urllib.request.Request(running_site.url + PAGE, headers={"Cookie": cookie})

    def read(_number):
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status

    with ThreadPoolExecutor(100) as readers:
        assert list(readers.map(read, range(100))) == [200] * 100
    # A second render would have left a file with a name of its own; the worker is making others.
    folder = running_site.var / "media" / "images"

    def all_belong():
        files = {path.name for path in folder.iterdir()}
        told = running_site.manage("shell", "--verbosity", "0", "-c", COUNT)
        rows = json.loads(told.splitlines()[-1])
        assert max(Counter((photo, spec) for photo, spec, _ in rows).values()) == 1
        return rows and not files - {file.rpartition("/")[2] for _, _, file in rows}

    assert eventually(all_belong, 60)
