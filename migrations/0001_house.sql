-- Every table is declared by one of these helpers, so that a table without a rule for who may
-- read it cannot come about unnoticed: tests/isolation walks the catalogue and compares.

create table lykta_tables (
  name text primary key,
  kind text not null check (kind in ('tenant', 'shared', 'log', 'owner'))
);
comment on table lykta_tables is 'Which rule each table follows.';
comment on column lykta_tables.name is 'technical | name of a table | always | operators';
comment on column lykta_tables.kind is 'technical | the rule that the table follows | always | operators';

-- tenant: every row belongs to one jour, and only a transaction bound to that jour sees it.
-- nullif: after its first transaction a connection reports the unset jour as '' instead of null.
create function lykta_tenant_table(table_name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy own_jour on %I'
    ' using (jour_id = nullif(current_setting(''lykta.jour'', true), '''')::uuid)'
    ' with check (jour_id = nullif(current_setting(''lykta.jour'', true), '''')::uuid)',
    table_name);
  execute format('grant select, insert, update, delete on %I to lykta_app', table_name);
  insert into lykta_tables values (table_name, 'tenant');
end $$;

-- shared: rows of the whole house, such as which host belongs to which jour.
create function lykta_shared_table(table_name text) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %I to lykta_app', table_name);
  insert into lykta_tables values (table_name, 'shared');
end $$;

-- log: a random number, a counter and wrapped bytes. It names no jour on purpose: whoever reads
-- the table must not learn which jour a conversation belongs to. Nothing in it is ever changed.
create function lykta_log_table(table_name text) returns void language plpgsql as $$
begin
  execute format('grant select, insert, delete on %I to lykta_app', table_name);
  insert into lykta_tables values (table_name, 'log');
end $$;

-- owner: the application itself has no access.
create function lykta_owner_table(table_name text) returns void language plpgsql as $$
begin
  insert into lykta_tables values (table_name, 'owner');
end $$;

revoke execute on function lykta_tenant_table(text) from public;
revoke execute on function lykta_shared_table(text) from public;
revoke execute on function lykta_log_table(text) from public;
revoke execute on function lykta_owner_table(text) from public;

select lykta_owner_table('lykta_tables');
select lykta_owner_table('lykta_migrations');

create table jours (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null check (length(name) between 1 and 200),
  demo boolean not null default false
);
comment on table jours is 'The jours of this house.';
comment on column jours.id is 'public | random number of the jour | while the jour is here | everyone';
comment on column jours.slug is 'public | short name of the jour in addresses | while the jour is here | everyone';
comment on column jours.name is 'public | name of the jour | while the jour is here | everyone';
comment on column jours.demo is 'public | whether the jour is made up for a demonstration | while the jour is here | everyone';
select lykta_shared_table('jours');

create table hosts (
  host text primary key check (host = lower(host) and host !~ '[:/ ]'),
  jour_id uuid references jours (id) on delete cascade,
  face_id uuid,
  is_primary boolean not null default false,
  check (jour_id is not null or face_id is null)
);
create unique index hosts_one_primary on hosts (jour_id) where is_primary;
comment on table hosts is 'Which host name belongs to which jour and face; the federation has no jour.';
comment on column hosts.host is 'public | a host name of this house | while the jour is here | everyone';
comment on column hosts.jour_id is 'public | the jour that the host belongs to | while the jour is here | everyone';
comment on column hosts.face_id is 'public | the face that the host shows | while the jour is here | everyone';
comment on column hosts.is_primary is 'public | whether the desk of the jour lives here | while the jour is here | everyone';
select lykta_shared_table('hosts');
