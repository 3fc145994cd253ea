"""The aspect that explains Python version conflicts; there is one Python here."""

def _find_requirements_impl(target, ctx):
    return []

find_requirements = aspect(implementation = _find_requirements_impl)
