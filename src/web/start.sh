#!/bin/sh
# Fills in the configuration and becomes nginx; with "health", asks the running one.
set -eu

case ${1:-} in
health) exec wget -q -O /dev/null "http://127.0.0.1:$ATTUNE_PORT/health" ;;
--version) exec nginx -v ;;
esac

# nginx looks a variable host up itself, with a resolver that has to be told: the container's own.
resolver=127.0.0.1
while read -r key value _; do
    if [ "$key" = nameserver ]; then resolver=$value; break; fi
done </etc/resolv.conf
case $resolver in *:*) resolver="[$resolver]" ;; esac
case $ATTUNE_API in *[!A-Za-z0-9.:-]*) echo "ATTUNE_API: '$ATTUNE_API' is not host:port" >&2; exit 2 ;; esac
case $ATTUNE_PORT in '' | *[!0-9]*) echo "ATTUNE_PORT: '$ATTUNE_PORT' is not a port" >&2; exit 2 ;; esac

sed -e "s/@API@/$ATTUNE_API/" -e "s/@PORT@/$ATTUNE_PORT/" -e "s/@RESOLVER@/$resolver/" \
    /etc/attune/nginx.conf.template >/tmp/nginx.conf
exec nginx -e stderr -c /tmp/nginx.conf -g 'daemon off;'
