"""The demo's pictures: every scene draws, and chance comes from the seed alone."""

import pytest

from gufu.demo.pictures import ALT, SCENES, draw, draw_portrait, look_of

SIZE = (160, 100)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_scene_draws_the_same_for_the_same_seed_and_differs_for_another(scene):
    first, again, other = draw(scene, 1, SIZE), draw(scene, 1, SIZE), draw(scene, 2, SIZE)
    assert first.size == SIZE
    assert first.mode == "RGB"
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_all_scenes_of_the_content_guide_are_there():
    assert len(SCENES) == 22
    assert set(ALT) == set(SCENES)


def test_scene_is_more_than_a_plain_sheet():
    colours = draw("havn", 3, SIZE).getcolors(maxcolors=SIZE[0] * SIZE[1])
    assert colours is None or len(colours) > 1000


def test_unknown_scene_is_refused():
    with pytest.raises(ValueError, match="maanelanding"):
        draw("maanelanding", 1, SIZE)


def test_portrait_has_its_size_and_follows_the_seed():
    first, again, other = (draw_portrait(seed, (64, 64)) for seed in (5, 5, 6))
    assert first.size == (64, 64)
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_a_tall_format_is_filled_to_the_edges():
    picture = draw("park", 4, (60, 120))
    assert picture.size == (60, 120)


def test_a_colleague_keeps_the_look_that_fits_the_name():
    bald, scarf = look_of("peder-brandstrup"), look_of("aisha-rahimi")
    assert draw_portrait(1, (64, 64), bald).tobytes() != draw_portrait(1, (64, 64), scarf).tobytes()
    assert look_of("ukendt-person") is None
