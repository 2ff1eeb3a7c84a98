# The text service in an image that holds Node, the libraries that Node and ONNX Runtime need, one bundled
# program, and a small model.
#
#   docker build -f docker/text-service.Dockerfile -t text-service .
#   docker run --rm -p 8080:8080 --read-only text-service
#
# With a registry: -e REGISTRY=s3://bucket/models -e MODEL=sentiment (and AWS's own variables); models are
# fetched to MODEL_CACHE, below /tmp, which is a volume: nothing else is ever written. The same image works off a
# queue: `docker run ... text-service worker`.
# A release passes NODE_IMAGE with a digest. Where a private authority signs certificates, pass it:
#   --secret id=ca,src=ca.pem
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
ARG PROJECT=projects/5-cloud-service
WORKDIR /src
COPY . .
RUN --mount=type=secret,id=ca,target=/run/secrets/ca.pem \
    --mount=type=cache,target=/root/.local/share/pnpm/store \
    --mount=type=cache,target=/root/.npm \
    if [ -f /run/secrets/ca.pem ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca.pem; fi; \
    if [ -f pnpm-lock.yaml ]; then \
      npx -y pnpm@10.34.9 install --frozen-lockfile --filter "{./${PROJECT}}..." --config.package-import-method=copy; \
    else npm ci; fi
RUN node "${PROJECT}/bundle.mjs" /image/app
# Node and the shared libraries that it and ONNX Runtime ask for; nothing else of the distribution.
RUN set -eu; \
    install -D "$(command -v node)" /image/usr/local/bin/node; \
    find /image/app -name '*.node' -o -name '*.so.*' | cat - /dev/null | xargs ldd /usr/local/bin/node \
      | awk '$3 ~ /^\/(lib|usr\/lib)/ { print $3 } $1 ~ /^\/lib.*ld-linux/ { print $1 }' | sort -u \
      | while read -r library; do install -D "$(readlink -f "$library")" "/image$library"; done; \
    install -d -m 1777 /image/tmp; install -d /image/etc; \
    echo 'server:x:10001:10001::/app:/nonexistent' > /image/etc/passwd; \
    echo 'server:x:10001:' > /image/etc/group

FROM scratch
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="text-service" \
      org.opencontainers.image.description="Classifies texts by the Open Inference Protocol, in requests and in files" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /image/ /
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 ORT_DISABLE_TELEMETRY=1
WORKDIR /app
USER 10001:10001
VOLUME /tmp
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["/usr/local/bin/node", "/app/health.mjs"]
ENTRYPOINT ["/usr/local/bin/node", "/app/cli.mjs"]
