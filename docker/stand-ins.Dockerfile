# Redis, HAProxy, Prometheus and Alertmanager from Debian's packages in one image, for tests of compose files on machines
# that cannot pull the official images. Not for anything else: nobody keeps it up to date.
#
#   docker build -f docker/stand-ins.Dockerfile -t stand-ins .
ARG DEBIAN_IMAGE=debian:bookworm-slim

FROM ${DEBIAN_IMAGE}
RUN --mount=type=secret,id=ca,target=/run/secrets/ca.pem \
    apt-get update \
    && apt-get install -y --no-install-recommends redis-server haproxy prometheus prometheus-alertmanager \
    && rm -rf /var/lib/apt/lists/* \
    && ln -s /usr/bin/prometheus-alertmanager /usr/local/bin/alertmanager \
    && install -d -m 1777 /data /prometheus /alertmanager
