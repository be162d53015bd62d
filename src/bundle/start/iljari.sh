#!/bin/sh
# Starts iljari with the Node.js beside it (node/bin/node), else with the one on the path.
case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
node=$here/node/bin/node
if [ ! -x "$node" ]; then
  node=node
  if ! command -v node >/dev/null 2>&1; then
    echo 'Node.js를 찾을 수 없습니다. Node.js 20.15 이상(21, 22.0, 22.1 제외)을 설치하거나,' >&2
    echo "내려받은 Node.js를 풀어 $here/node 폴더로 두고 다시 실행하십시오." >&2
    exit 3
  fi
fi
exec "$node" "$here/dist/cli.js" "$@"
