"""`kg serve`: a store as pages for people and addresses for machines; nothing is fetched elsewhere.

app.py gathers the routes of the rooms' parts; site.py is what all of them
share: the snapshot that is served, the templates, the addresses, the limits.
"""
