-- Addresses of a site that was moved in, or that stand in print: whoever follows one is led to the page that has
-- its place. They lead to pages of the jour alone, and to none that is not published.

create table old_addresses (
  jour_id uuid not null references jours (id) on delete cascade,
  address text not null check (length(address) between 2 and 300),
  page_id uuid not null references pages (id) on delete cascade,
  primary key (jour_id, address)
);
create index old_addresses_of on old_addresses (page_id);
comment on table old_addresses is 'Addresses of an older site, and the page that each leads to now.';
comment on column old_addresses.jour_id is 'public | the jour | until an editor removes it, or the page goes | everyone';
comment on column old_addresses.address is 'public | path and query as the old site had them | until an editor removes it, or the page goes | everyone';
comment on column old_addresses.page_id is 'public | the page | until an editor removes it, or the page goes | everyone';
select lykta_tenant_table('old_addresses');
