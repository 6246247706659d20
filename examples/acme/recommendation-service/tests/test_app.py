from fastapi.testclient import TestClient

from recommendations.app import create_app
from recommendations.pairs import PairCounter


def make_client() -> TestClient:
    counter = PairCounter()
    for _ in range(3):
        counter.add(["tent", "pegs"])
    return TestClient(create_app(counter))


def test_answers_and_says_that_it_goes():
    response = make_client().get("/v1/bought-together/tent")
    assert response.json() == {"items": [{"sku": "pegs", "score": 1.0}]}
    assert response.headers["Sunset"] == "Wed, 31 Mar 2027 00:00:00 GMT"
    assert "successor-version" in response.headers["Link"]


def test_refuses_a_limit_beyond_twenty():
    assert make_client().get("/v1/bought-together/tent?limit=21").status_code == 422
