"""Django's side of the house, for servers that speak WSGI."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "junto.config.settings")
application = get_wsgi_application()
