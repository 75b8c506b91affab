# Give a digest for builds that can be repeated to the byte: --build-arg BASE=python:3.11-slim-trixie@sha256:...
ARG BASE=python:3.11-slim-trixie

FROM ${BASE} AS build
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python -m venv --without-pip /opt/timeline \
    && pip --python /opt/timeline/bin/python install --no-cache-dir --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY prompts prompts
COPY timeline timeline
RUN python -m venv /src/.build \
    && /src/.build/bin/pip install --no-cache-dir --require-hashes --requirement requirements-build.lock \
    && /src/.build/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir dist . \
    && pip --python /opt/timeline/bin/python install --no-cache-dir --no-deps dist/*.whl

FROM ${BASE}
LABEL org.opencontainers.image.title="Timeline" \
      org.opencontainers.image.description="News text to a timeline of dated, sourced event records" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --no-log-init --uid 10001 --user-group --home-dir /var/lib/timeline --no-create-home \
        --shell /usr/sbin/nologin timeline \
    && install --directory --owner=timeline --group=timeline /var/lib/timeline /var/cache/timeline
COPY --from=build /opt/timeline /opt/timeline
ENV PATH=/opt/timeline/bin:$PATH \
    HOME=/var/lib/timeline \
    XDG_DATA_HOME=/var/lib \
    XDG_CACHE_HOME=/var/cache \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
WORKDIR /var/lib/timeline
VOLUME ["/var/lib/timeline", "/var/cache/timeline"]
USER timeline
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from http.client import HTTPConnection as C; c = C('127.0.0.1', 8000, timeout=4); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["timeline"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
