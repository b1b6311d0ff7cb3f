-- Pictures and documents of a site that was moved in, by the addresses that they had there. Each leads on only while
-- a page is published that came with it: a picture to the picture as it is here, a document to that page.

create table old_files (
  jour_id uuid not null references jours (id) on delete cascade,
  address text not null check (length(address) between 2 and 300),
  page_id uuid not null references pages (id) on delete cascade,
  picture_id uuid references pictures (id) on delete cascade,
  primary key (jour_id, address, page_id)
);
create index old_files_of on old_files (page_id);
create index old_files_showing on old_files (picture_id);
comment on table old_files is 'Addresses of pictures and documents of an older site, and what each leads to now.';
comment on column old_files.jour_id is 'public | the jour | until the page goes | everyone';
comment on column old_files.address is 'public | path and query as the old site had them | until the page or the picture goes | everyone';
comment on column old_files.page_id is 'public | the page that showed it, or led to it | until the page goes | everyone';
comment on column old_files.picture_id is 'public | the picture as it is here; none of a document, which did not come along | until the picture goes | everyone';
select lykta_tenant_table('old_files');
