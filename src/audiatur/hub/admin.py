"""The back office: Django's stock admin with the hub's desks. Django finds this module by its name."""

from __future__ import annotations

from django.contrib import admin

import audiatur.hub.articles.admin
import audiatur.hub.editors.feeds
import audiatur.hub.editors.policies
import audiatur.hub.sources.admin
import audiatur.hub.statements.admin
import audiatur.hub.stories.admin  # noqa: F401 - importing a desk registers it

admin.site.site_header = "audiatur back office"
admin.site.site_title = "audiatur back office"
admin.site.index_title = "The register, and what the hub made of it"
admin.site.site_url = "/"
admin.site.index_template = "admin/hub/index.html"
admin.site.empty_value_display = "-"
# Rows go one by one, each with its own reason why it may or may not.
admin.site.disable_action("delete_selected")
