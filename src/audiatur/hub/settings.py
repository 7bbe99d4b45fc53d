"""The settings of the hub: Django's, read from the operator's environment.

Each variable is described in docs/reference/settings.md; a test fails when one is missing there.
"""

from __future__ import annotations

import os
from pathlib import Path

from audiatur.hub.configuration import database, flag, one_of, secret_key, words

HOME = Path(os.environ.get("AUDIATUR_HOME", "var")).absolute()
PACKAGE = Path(__file__).parent

# The operator's own words about the hub.
HUB_NAME = os.environ.get("AUDIATUR_NAME", "audiatur")
BASE_URL = os.environ.get("AUDIATUR_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
CONTACT = os.environ.get("AUDIATUR_CONTACT", "")
LANGUAGES_READ = words(os.environ.get("AUDIATUR_LANGUAGES", "en ru uk de fr es"))

# Fetching.
ALLOW_PRIVATE = flag("AUDIATUR_ALLOW_PRIVATE")
ENGINE = os.environ.get("AUDIATUR_ENGINE", "pool")

# Whose law a reader stands under: known only from these.
JURISDICTION = os.environ.get("AUDIATUR_JURISDICTION", "").upper()
JURISDICTION_HEADER = os.environ.get("AUDIATUR_JURISDICTION_HEADER", "")
ADDRESS_HEADER = os.environ.get("AUDIATUR_ADDRESS_HEADER", "")
GEOIP_FILE = os.environ.get("AUDIATUR_GEOIP_FILE", "")

SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = words(os.environ.get("AUDIATUR_ALLOWED_HOSTS", "127.0.0.1 localhost [::1]"))
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DATABASES = {"default": database(os.environ.get("DATABASE_URL", f"sqlite:///{HOME / 'audiatur.sqlite3'}"))}

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "audiatur.hub",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "audiatur.hub.languages.choice.middleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "audiatur.hub.context.hub",
            ],
        },
    },
]
ROOT_URLCONF = "audiatur.hub.urls"
WSGI_APPLICATION = "audiatur.hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The languages of the interface, each by its own name: a reader looks for that one.
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("uk", "Українська")]
LANGUAGE_CODE = one_of("AUDIATUR_LANGUAGE", [code for code, _ in LANGUAGES])
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["audiatur.hub.languages.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Served straight from the packages: no collectstatic step between installing and running.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SESSION_COOKIE_HTTPONLY = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# No door is open to the outside: pictures of articles stay at their outlets, which so never learn who reads here.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    },
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("AUDIATUR_LOG", "INFO").upper()},
    # An address that does not exist, or an item that may not leave, is an answer and no trouble of the operator's.
    "loggers": {"django.request": {"level": "ERROR"}},
}
