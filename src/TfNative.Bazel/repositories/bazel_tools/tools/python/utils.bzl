"""Helpers of Python rules."""

def expand_pyversion_template(template, *, py2, py3):
    return template.replace("%PY2%", py2).replace("%PY3%", py3)
