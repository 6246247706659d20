CREATE TABLE items (
{% if values.database == 'postgres' %}
    id         uuid PRIMARY KEY,
    name       varchar(120) NOT NULL,
    created_at timestamptz  NOT NULL
{% else %}
    id         binary(16)   NOT NULL PRIMARY KEY,
    name       varchar(120) NOT NULL,
    created_at datetime(6)  NOT NULL
{% endif %}
);

-- Serves the list of all items, oldest first.
CREATE INDEX items_created_at ON items (created_at);
