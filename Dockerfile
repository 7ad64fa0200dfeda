# The site's image: the same steps as on a machine of one's own. Each RUN step is also run outside
# a container by .ci/image-steps, since a mistake there is one here too.
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS packages
WORKDIR /srv/gufu
COPY requirements/base.txt requirements/base.txt
COPY deploy/venv.sh deploy/venv.sh
RUN deploy/venv.sh base /opt/gufu

FROM ${PYTHON_IMAGE}
ENV PATH=/opt/gufu/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=gufu.settings.production \
    GUFU_VAR=/var/lib/gufu \
    GUNICORN_BIND=0.0.0.0:8000
RUN groupadd --gid 10001 gufu && useradd --uid 10001 --gid gufu --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin gufu
RUN install --directory --owner=gufu --group=gufu --mode=0750 /var/lib/gufu
WORKDIR /srv/gufu
COPY --from=packages /opt/gufu /opt/gufu
COPY . .
RUN python -m compileall -q .
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=10s --start-period=30s --retries=3 CMD ["python", "deploy/healthcheck.py", "web"]
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py"]
