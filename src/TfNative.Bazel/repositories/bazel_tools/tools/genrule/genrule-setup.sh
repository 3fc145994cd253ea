# Sourced before the command of each genrule: any failing step fails the rule.
set -euo pipefail
