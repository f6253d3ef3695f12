-- One owner's schema with its two logins; run once per schema, any number of times.
-- psql reads the names and passwords from the environment: SCHEMA, OWNER_PASSWORD, APP_PASSWORD.
\set ON_ERROR_STOP on
\set schema `echo "$SCHEMA"`
\set owner_password `echo "$OWNER_PASSWORD"`
\set app_password `echo "$APP_PASSWORD"`
\set owner :schema _owner
\set app :schema _app
\set migrations :schema _migrations

SELECT format('CREATE ROLE %I LOGIN', name)
FROM (VALUES (:'owner'), (:'app')) AS wanted(name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec
ALTER ROLE :"owner" PASSWORD :'owner_password';
ALTER ROLE :"app" PASSWORD :'app_password';

-- Parts of texts are found by it. Only a superuser may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

SELECT format('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database(), :'owner', :'app')
\gexec

CREATE SCHEMA IF NOT EXISTS :"schema" AUTHORIZATION :"owner";
CREATE SCHEMA IF NOT EXISTS :"migrations" AUTHORIZATION :"owner";
GRANT USAGE ON SCHEMA :"schema" TO :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA :"schema"
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA :"schema"
    GRANT USAGE, SELECT ON SEQUENCES TO :"app";
ALTER ROLE :"owner" SET search_path TO :"schema";
ALTER ROLE :"app" SET search_path TO :"schema";
