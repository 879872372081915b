"""Each place where Voila, nbclient or Jupyter is made to behave otherwise still is where we left it."""

from jupyter_server.auth.identity import User
from nbclient.output_widget import OutputWidget
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output
from voila.app import Voila
from voila.exporter import VoilaExporter
from voila.notebook_renderer import NotebookRenderer
from zmq.asyncio import Context

from sharedground_server import voila_seams
from sharedground_widgets.screen import SCREEN


def test_voila_still_has_the_parts_we_change():
    assert isinstance(VoilaExporter.environment, property)
    assert callable(NotebookRenderer.generate_content_generator)
    assert callable(OutputWidget.send)
    assert callable(Voila.init_settings)
    assert callable(Voila.init_handlers)


def test_a_socket_can_still_be_told_to_look_again():
    with Context() as context, context.socket(3) as socket:
        assert callable(socket._schedule_remaining_events)


def test_everyone_is_the_same_visitor_and_there_is_no_log_in_page():
    visitor = voila_seams.Visitor()
    assert visitor.get_user(None) == User(username="visitor")
    assert visitor.get_handlers() == []


def code_cell(*data):
    return new_code_cell(outputs=[new_output("display_data", data=each) for each in data])


def test_widget_and_server_call_a_screen_by_the_same_name():
    assert voila_seams.SCREEN == SCREEN


def test_a_page_of_our_screens_and_prose_needs_only_the_small_host():
    screen = {SCREEN: {}, "application/vnd.jupyter.widget-view+json": {"model_id": "a"}}
    assert voila_seams.shows_only_our_screens([new_markdown_cell("# Title"), code_cell(screen), new_code_cell()])


def test_a_page_with_any_other_output_gets_the_stock_front_end():
    other = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}}
    assert not voila_seams.shows_only_our_screens([code_cell({SCREEN: {}}), code_cell(other)])
    assert not voila_seams.shows_only_our_screens([code_cell({"text/html": "<p>"})])
