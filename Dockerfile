FROM python:3.11-slim

WORKDIR /app
COPY pyproject.toml constraints.txt LICENSE ./
COPY bot bot
COPY cogs cogs
COPY adapters adapters
RUN pip install --no-cache-dir --constraint constraints.txt '.[postgres]'

# Everything Ombud keeps lies in /data: mount a volume there.
RUN useradd --system --create-home --home-dir /data ombud
USER ombud
WORKDIR /data
VOLUME /data

# The sandbox listens on loopback only, which nobody outside the container reaches. To publish it, set its host to
# 0.0.0.0 and give it a password: .env.example has both settings. With tokens for a platform no port is needed.
EXPOSE 8025
CMD ["python", "-m", "bot"]
