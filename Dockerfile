# Two stages: the first makes a virtual environment, the second has nothing of ours but that.
FROM python:3.11-slim AS build

WORKDIR /src
# The environment needs no pip of its own: the image's installs into it.
RUN python -m venv --without-pip /opt/ombud
COPY pyproject.toml constraints.txt LICENSE ./
COPY bot bot
COPY cogs cogs
COPY adapters adapters
RUN pip --python /opt/ombud/bin/python install --no-cache-dir --constraint constraints.txt '.[encoder,postgres]'


FROM python:3.11-slim

COPY --from=build /opt/ombud /opt/ombud
# Not buffered: a container's log shows a line when it is written.
ENV PATH=/opt/ombud/bin:$PATH PYTHONUNBUFFERED=1
RUN useradd --system --no-create-home --home-dir /data ombud && install --directory --owner=ombud --group=ombud /data

USER ombud
# Everything Ombud keeps lies in /data, which is what the settings' data/ means here: mount a volume there.
WORKDIR /
VOLUME /data

# The sandbox listens on loopback only, which nobody outside the container reaches. To publish it, set its host to
# 0.0.0.0 and give it a password, as compose.yaml does. With tokens for a platform no port is needed.
EXPOSE 8025

# Asked only where there is a HEALTH_PORT. Failing (503) is ill; degraded is for a person to look at.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
    CMD test -z "$HEALTH_PORT" || python -c "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['HEALTH_PORT']), timeout=8); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"

CMD ["python", "-m", "bot"]
