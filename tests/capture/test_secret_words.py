"""Secrets are found where people leave them, and nothing else is called one."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pirtui.capture.candidates import Secret
from pirtui.capture.secret_words import redacted, redacted_event, secrets_in
from pirtui.domain.events import Event

LONG = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4"

FOUND = [
    ("key AKIAIOSFODNN7EXAMPLQ leaked", "AKIAIOSFODNN7EXAMPLQ"),
    (f"AIza{LONG[:35]}", f"AIza{LONG[:35]}"),
    (f"export T=ghp_{LONG}", f"ghp_{LONG}"),
    (f"github_pat_{LONG}", f"github_pat_{LONG}"),
    (f"glpat-{LONG[:20]}", f"glpat-{LONG[:20]}"),
    ("xoxb-123456789012-abcdefABCDEF", "xoxb-123456789012-abcdefABCDEF"),
    (f"https://hooks.slack.com/services/T0/B0/{LONG}", f"https://hooks.slack.com/services/T0/B0/{LONG}"),
    ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"),
    (f"SG.{LONG[:22]}.{LONG}", f"SG.{LONG[:22]}.{LONG}"),
    (f"npm_{LONG}", f"npm_{LONG}"),
    ("eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSM", "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSM"),
    ("SK0123456789abcdef0123456789abcdef", "SK0123456789abcdef0123456789abcdef"),
    (f"hvs.{LONG}", f"hvs.{LONG}"),
    ("key-0123456789abcdef0123456789abcdef", "key-0123456789abcdef0123456789abcdef"),
    ("password=hunter2x", "hunter2x"),
    ("password: 'correct horse'", "correct horse"),
    ('"db_password": "s3cr3tPa"', "s3cr3tPa"),
    ("PGPASSWORD=p4ssw0rd psql -h db", "p4ssw0rd"),
    ("export API_KEY=9f8e7d6c5b", "9f8e7d6c5b"),
    ("deploy --password tr0ub4dor now", "tr0ub4dor"),
    ("deploy --api-key=99abcd77", "99abcd77"),
    ("mysql -u root -pS3cret! shop", "S3cret!"),
    ("sshpass -pS3cret ssh db", "S3cret"),
    ("curl -u ada:s3cr3t https://example.org", "s3cr3t"),
    ('curl -H "Authorization: Bearer abc123def456ghi789"', "abc123def456ghi789"),
    ("Authorization: token 0a1b2c3d4e5f", "0a1b2c3d4e5f"),
    ("Authorization: Basic YWRhOnMzY3IzdA==", "YWRhOnMzY3IzdA=="),
    ("postgres://app:pa55word@db.example.org/shop", "pa55word"),
    ("amqp://:g00dq@mq:5672", "g00dq"),
    ("https://example.org/hook?token=8f7e6d5c4b3a", "8f7e6d5c4b3a"),
    ("https://example.org/blob?se=1&sig=AbC%2F123456789", "AbC%2F123456789"),
    ("https://example.org/?X-Amz-Signature=deadbeef1234", "deadbeef1234"),
    ("https://example.org/v1?api_key=77aa88bb99", "77aa88bb99"),
    ("X-Api-Key: 5f4dcc3b5aa765d6", "5f4dcc3b5aa765d6"),
    ("AccountKey=Zm9vYmFyYmF6cXV4;EndpointSuffix=x", "Zm9vYmFyYmF6cXV4"),
    ("client_secret=Qw3rTy91", "Qw3rTy91"),
    ("the password is Winter2026!", "Winter2026!"),
    ("redis password was r3d1s-pw", "r3d1s-pw"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "MIIE"),
    ("xapp-1-A02-3210-abcdef", "xapp-1-A02-3210-abcdef"),
    ("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzKEYKEYKE1", "wJalrXUtnFEMI"),
    ("aws secret key wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzKEYKEYKE1", "wJalrXUtnFEMI"),
    ("Server=db.example.org;User ID=app;Password=Sup3rS3cret;Encrypt=on", "Sup3rS3cret"),
    ("client abc8Q~abcdefghijklmnopqrstuvwxyz0123456", "abc8Q~"),
    ("-----BEGIN PGP PRIVATE KEY BLOCK-----\nlQOYBF\n-----END PGP PRIVATE KEY BLOCK-----", "lQOYBF"),
    ("routing_key: 0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"),
    ("integration key 0123456789abcdef0123456789abcdef in use", "0123456789abcdef0123456789abcdef"),
    ("Authorization: Token token=y_NbAkKc66ryYTWUXYEu", "y_NbAkKc66ryYTWUXYEu"),
    ("https://events.pagerduty.com/integration/0123456789abcdef0123456789abcdef/enqueue", "0123456789"),
    ("api key u+y_NbAkKc66ryYTWUXY", "u+y_NbAkKc66ryYTWUXY"),
    ("Authorization: GenieKey 0a1b2c3d-4e5f-6789-abcd-0123456789ab", "0a1b2c3d-4e5f"),
    ("spring.datasource.password=Foo123bar", "Foo123bar"),
    ("helm upgrade --set db.password=S3cret9", "S3cret9"),
    ("mysql -pletmein shop", "letmein"),
    ("mysqldump -p S3cret!9 shop", "S3cret!9"),
    ("sshpass -p S3cret9 ssh db", "S3cret9"),
    ("docker login -u ada -p S3cret9! registry", "S3cret9!"),
    ("redis-cli -a S3cretPw ping", "S3cretPw"),
    ("curl --user ada:s3cr3t https://example.org", "s3cr3t"),
    ("curl -uada:s3cr3t https://example.org", "s3cr3t"),
    ("postgres://postgres:postgres@db/shop", ":postgres@"),
    ("PGPASSWORD=postgres psql", "PASSWORD=postgres"),
    ("https://x-access-token:5f4dcc3b5aa7@git.example.org/r", "5f4dcc3b5aa7"),
    ("https://example.org/?a=1&amp;token=8f7e6d5c4b3a", "8f7e6d5c4b3a"),
    ("https://example.org/cb#access_token=8f7e6d5c4b3a22", "8f7e6d5c4b3a22"),
    ("curl -H 'X-Vault-Token: s.abcdef0123456789abcdefgh'", "s.abcdef0123456789abcdefgh"),
    (f"authorization: bearer {LONG}", LONG),
    ("Cookie: session=abcdef0123456789abcdef0123456789", "abcdef0123456789abcdef0123456789"),
    (f"sk-proj-{LONG}", f"sk-proj-{LONG}"),
    ("xoxc-123-456-789-abcdef0123456789", "xoxc-123"),
    ("password: hunter2", "hunter2"),
    ("password: **Winter2026!**", "Winter2026!"),
    ("the new password is `Winter2026!`", "Winter2026!"),
    ("set the root password to Winter2026", "Winter2026"),
    ("access token 9f86d081884c7d659a2feaa0c55ad015 leaked", "9f86d081884c7d659a2feaa0c55ad015"),
    ("SECRET_KEY_BASE=0123456789abcdef", "0123456789abcdef"),
    (f"{'x ' * 20_000}password=hunter2x", "hunter2x"),
]
SILENT = [
    "rolled back to 4811",
    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
    "id 123e4567-e89b-12d3-a456-426614174000",
    "password rotated",
    "the token expired at 14:32",
    "password: ********",
    "password=$DB_PASSWORD",
    "password: <redacted>",
    "token: {{ secret }}",
    "token=xxxxxxxx",
    "api_key: None",
    "API key missing",
    "secret not found",
    "secret: rotated",
    "auth failed for user ada",
    "authentication token invalid",
    "Secret manager removal (it was empty)",
    "cluster secret",
    "a leaked administrator token was reported",
    "kubectl get secret db-credentials",
    "kubectl create secret generic api-token",
    "mysql -p shop",
    "mysql -P 3306",
    "mkdir -p /var/lib/app",
    "psql -p 5432",
    "https://chat.example.org/archives/C01AAAAAA/p1721900000000609",
    "https://graphs.example.org/d/1?from=1553576353087&to=1553615983139",
    "https://example.org/search?key=7",
    "https://example.org:8443/path",
    "http://user@example.org/",
    "ratio 8:1 at 10:00",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "image tool:v3.0.0b35",
    "bearer of bad news",
    "Basic auth is off",
    "the passenger list",
    "compass: north",
    "bypass: not possible",
    "the key was the cache",
    "primary key: id",
    "key: value",
    "sig 11 received",
    "signature mismatch on package",
    "tokens: 400 per minute",
    "token bucket: 500 rps",
    "password: wrong",
    "password field empty",
    "pwd",
    "cd $(pwd)",
    "access key: revoked",
    "ssh-rsa AAAAB3Nza",
    "E4 -> E9 [G1]",
    "trace_id=4bf92f3577b34da6a3ce929d0e0e4736",
    "request id 7f3a9c",
    "npm install",
    "eyJ is how web tokens begin",
    "author: Ada",
    "auth: ok",
    "passed: 12, failed: 3",
    "the secret sauce: patience",
    "node pool-972e4826-2fhq",
    "passphrase: required",
    "PASS: test_login",
    "pass: 12/14 tests",
    "bypass=a1b2c3d4",
    "PWD=/var/lib/app",
    "OLDPWD=/home/ada",
    "secret: db-credentials-v2",
    "secret=projects/12/secrets/db/versions/3",
    "deploy --secret db-credentials",
    "deploy --token-ttl 3600",
    "docker run -p 8080:80 shop",
    "ssh -p 2222 db",
    "mysql -h db -u app -p",
    "password=os.environ.get(NAME)",
    "token = config.token",
    "token=invalid_grant",
    "grant_type=client_credentials&scope=all",
    "credentials: 'include'",
    "password: !vault x",
    "password: ENC[AES256,data:x]",
    "max_tokens=4096",
    "token expiry: 2026-05-04T10:00:00Z",
    "access key ids AKIAXXXXXXXXXXXXXXXX",
    "token is web-7f3a9c12bd",
    "token bucket=leaky-bucket-2",
    "secret 123e4567-e89b-12d3-a456-426614174000",
    "Bearer authentication-service unavailable",
    "https://user:***@example.org/",
    "https://user:$PASS@example.org/",
    "http://example.org:9090/graph?g0.expr=up@start",
    "token\n9f86d081884c7d659a2feaa0c55ad015",
]


@pytest.mark.parametrize(("text", "secret"), FOUND)
def test_a_secret_is_found(text: str, secret: str) -> None:
    """Each of these would be read by everyone who reads the report."""
    found = secrets_in(text)
    assert any(secret in each.found for each in found)
    assert secret not in redacted(text, found)


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_words_are_no_secrets(text: str) -> None:
    """Hashes, ids, placeholders and talk about passwords stay as they are."""
    assert secrets_in(text) == ()


def test_addresses_of_people_are_found_if_asked() -> None:
    """E-mail addresses are secrets only for those who say so."""
    text = "mail from ada.l+ops@example.org, see @ada"
    assert secrets_in(text) == ()
    (found,) = secrets_in(text, emails=True)
    assert (found.kind, found.found) == ("e-mail address", "ada.l+ops@example.org")


def test_only_the_secret_goes() -> None:
    """The words around it say what happened, and stay."""
    text = "curl -u ada:s3cr3t https://example.org/?token=8f7e6d5c4b3a failed"
    without = redacted(text, secrets_in(text))
    assert without.startswith("curl -u ada:[password redacted] https://example.org/?token=[key in")
    assert without.endswith("redacted] failed")


def test_an_ordinary_word_is_only_taken_out_as_a_password() -> None:
    """Everywhere else it says what happened."""
    text = "postgres://postgres:postgres@db/shop: postgres is down"
    without = redacted(text, secrets_in(text))
    assert without == "postgres://postgres[password redacted]db/shop: postgres is down"


def test_a_secret_goes_from_a_field_that_spells_it_otherwise() -> None:
    """What is stored counts, however the source wrote it."""
    event = Event(label="E0", text="x", note="a\n  password=hunter2x", actor="ada@example.org")
    clean = redacted_event(event, [Secret("e-mail address", "other@example.org")])
    assert "hunter2x" not in clean.note
    assert clean.note.startswith("a\n  password=")
    assert clean.actor == "[e-mail address redacted]"


def test_secrets_that_overlap_go_whole() -> None:
    """Nothing of the second is left when the first is taken out."""
    text = f"Authorization: Bearer ghp_{LONG}.{LONG}"
    assert LONG[-8:] not in redacted(text, secrets_in(text))


HOSTILE = [
    "password ",
    "token=",
    "curl -u ",
    "mysql -p ",
    "-pass",
    "eyJ",
    "://a:",
    "?token=abc1def",
    "a@",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_lines_take_no_long_time(piece: str) -> None:
    """Twice as much text takes about twice the time, not four times."""

    def seconds(count: int) -> float:
        text = piece * count
        best = float("inf")
        for _ in range(3):
            began = process_time()
            secrets_in(text, emails=True)
            best = min(best, process_time() - began)
        return best

    assert seconds(8_000) < 8 * seconds(2_000) + 0.05


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([text for text, _ in FOUND] + SILENT) | st.text(max_size=30), max_size=4)
)
def test_what_was_redacted_holds_no_secret(pieces: list[str]) -> None:
    """Looking again finds none of those that were taken out."""
    text = " ".join(pieces)
    found = secrets_in(text)
    without = redacted(text, found)
    assert not any(secret.found in without for secret in found)
    assert secrets_in(without) == ()
    kinds = "|".join(re.escape(f"[{secret.kind} redacted]") for secret in found) or "(?!)"
    place = 0
    for kept in re.split(kinds, without):
        assert text.startswith(kept, place) or kept in text[place:]
        place = text.index(kept, place) + len(kept)
