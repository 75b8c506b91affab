FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY timeline timeline
COPY prompts prompts
RUN python -m venv /opt/timeline \
    && /opt/timeline/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock \
    && pip wheel --no-cache-dir --no-deps --wheel-dir dist . \
    && /opt/timeline/bin/pip install --no-cache-dir --no-deps dist/*.whl

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 timeline
COPY --from=build /opt/timeline /opt/timeline
ENV PATH=/opt/timeline/bin:$PATH PYTHONUNBUFFERED=1
USER timeline
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=3)"]
CMD ["timeline", "serve", "--host", "0.0.0.0"]
