# The five services, one image each, by locked mounts: docker build --build-arg SERVICE=api -t attune-api .
# The compose file builds from Dockerfile.optimized; ./build.sh BuildAll --dockerfile Dockerfile builds from this one.
#
# Works with the built-in frontend of every engine from 20.10 on: no syntax line (it would have to be pulled), no here-documents,
# and no variables in mounts, which 20.10 takes literally.
ARG RUST_IMAGE=rust:1.90-slim-trixie
ARG RUNTIME_IMAGE=debian:trixie-slim

FROM ${RUST_IMAGE} AS build
WORKDIR /build
ARG SERVICE
# A service's image depends on its own crate and on what is shared: another service's change leaves it cached.
COPY src/services/Cargo.toml src/services/Cargo.lock ./
COPY src/services/common common
COPY src/services/attune-${SERVICE} attune-${SERVICE}
# All services write to these three caches, and nothing in cargo guards the first two across containers: only one may have them at a time.
#
# cargo takes a source for changed when it is newer than what was made of it, and copied files have the times of the checkout, which say
# nothing about that. Each gets the time at which this cache first saw its content: so what didn't change isn't compiled again, even from
# another checkout or with a cache from another engine, and what was changed while an earlier build waited for the caches is. What it saw is
# put in place by a rename, so that this is safe without locks, too.
#
# No --locked: the lock file carries no checksums, since a distribution's vendored crates have none, and cargo may complete it.
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,target=/usr/local/cargo/git,sharing=locked \
    --mount=type=cache,target=/build/target,sharing=locked \
    find common attune-${SERVICE} -type f -exec sh -c 'for file; do \
           seen="target/.seen/$file"; \
           [ "$(sha256sum < "$file")" = "$(sha256sum 2>/dev/null < "$seen")" ] || { mkdir -p "${seen%/*}" && new=$(mktemp "$seen.XXXXXX") && cp "$file" "$new" && mv "$new" "$seen"; } || exit 1; \
           touch -r "$seen" "$file"; \
       done' sh {} + \
    && cargo build --release --bin attune-${SERVICE} \
    && mkdir /out \
    && cp target/release/attune-${SERVICE} /out/ \
    && ln -s attune-${SERVICE} /out/attune-service

FROM ${RUNTIME_IMAGE}
ARG SERVICE
LABEL org.opencontainers.image.title="attune-${SERVICE}" \
      org.opencontainers.image.description="Attune's ${SERVICE} service" \
      org.opencontainers.image.version="1.0.0" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /out/ /usr/local/bin/
# By number, so that it needs no entry in the base image's passwd.
USER 10001:10001
# The binary checks itself, so that the image needs no HTTP client. The fixed name is needed because the exec form expands nothing.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 CMD ["attune-service", "--health"]
ENTRYPOINT ["attune-service"]
