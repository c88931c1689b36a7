"""What the practice Weibo answers when it refuses: the texts and HTTP statuses of the codes."""

from tests.practice_weibo.records import RefusedError

TEXTS = {
    "10001": "system error!",
    "10003": "remote service error!",
    "10004": "IP limit, you can not access this resource!",
    "10005": "this resource requires a appkey with a higher access level!",
    "10006": "source paramter(appkey) is missing!",
    "10008": "param error, see doc for more info.",
    "10009": "too many pending tasks, system is busy!",
    "10010": "job expired!",
    "10014": "Insufficient app permissions!",
    "10016": "miss required parameter, see doc for more info.",
    "10018": "request body length over limit!",
    "10020": "request api not found!",
    "10021": "HTTP METHOD is not suported for this request!",
    "10022": "IP requests out of rate limit!",
    "10023": "User requests out of rate limit!",
    "10024": "User requests for this api out of rate limit!",
    "20003": "user does not exists!",
    "20008": "content is null!",
    "20012": "text too long, please input text less than 140 characters!",
    "20016": "out of limit!",
    "20017": "repeat content!",
    "20018": "contain illegal website!",
    "20019": "repeat content!",
    "20020": "contain advertising!",
    "20021": "content is illegal!",
    "20022": "your ip's behave in a comic boisterous or unruly manner!",
    "20031": "test and verify!",
    "20032": "update success, while server slow now, please wait 1-2 minutes!",
    "20101": "target weibo does not exist!",
    "20109": "weibo id is null!",
    "20111": "repeated weibo text!",
    "20130": "according to the author's privacy settings, you can not comment!",
    "20201": "target comment does not exist!",
    "20203": "not your own comment!",
    "20204": "comment id is null!",
    "20205": "you are in the author's blacklist!",
    "20206": "only people the author follows may comment!",
    "20207": "only trusted users may comment!",
    "20210": "only fans may comment!",
    "21321": "applications over the unaudited use restrictions!",
    "21322": "redirect_uri_mismatch",
    "21323": "invalid_request",
    "21324": "invalid_client",
    "21325": "invalid_grant",
    "21327": "expired_token",
    "21328": "unsupported_grant_type",
    "21329": "unsupported_response_type",
    "21330": "access_denied",
    "21332": "invalid_access_token",
}
_FORBIDDEN = {"10004", "10005", "10014", "10022", "10023", "10024", "20031", "21321", "21327"}
_NUMBERS_AS_WORDS = {"10014", "10023", "20019", "20101", "21327"}


def status_of(refusal: RefusedError) -> int:
    """The HTTP status of a refusal."""
    return refusal.status or (403 if refusal.code in _FORBIDDEN else 400)


def body_of(refusal: RefusedError, request: str) -> dict[str, object]:
    """The JSON of a refusal; some codes come as words, as they do there."""
    code: object = refusal.code if refusal.code in _NUMBERS_AS_WORDS else int(refusal.code)
    made: dict[str, object] = {
        "request": request,
        "error_code": code,
        "error": TEXTS.get(refusal.code, "unknown error"),
    }
    if request.startswith("/oauth2/"):
        made["error_uri"] = request
        made["error_description"] = refusal.detail or TEXTS.get(refusal.code, "")
    return made
