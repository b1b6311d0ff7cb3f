-- The association: a jour is a förening with members, who pay a fee, are called to the annual meeting, and
-- decide there. A list of those who belong to a women's centre is a list for somebody to hunt by: who a member is
-- lies sealed under the secret of the house, and nothing leads from her to a volunteer or to whoever seeks support.

create table association_members (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  stage text not null check (stage in ('asked', 'member')),
  sealed bytea not null check (octet_length(sealed) <= 20000),
  key_hash bytea check (octet_length(key_hash) = 32),
  delete_on date,
  version int not null default 1,
  unique (jour_id, key_hash),
  check ((stage = 'member') = (key_hash is not null)),
  check (stage = 'member' or delete_on is not null)
);
create index association_members_over on association_members (jour_id, delete_on);
comment on table association_members is 'Members of the association, and who has asked to become one.';
comment on column association_members.id is 'technical | random number of the member | until she leaves | board and coordinators';
comment on column association_members.jour_id is 'public | the jour | until she leaves | everyone';
comment on column association_members.stage is 'staff | whether she has asked or is a member | until she leaves | board and coordinators; she herself';
comment on column association_members.sealed is 'ciphertext | name, mail or postal address, language, since when, what she agreed to and when, fees by year, the key of her own page: under the secret of the house | until she leaves; three months when nobody answers her | board and coordinators; she herself; the server while it works';
comment on column association_members.key_hash is 'technical | digest of the key of her own page | until she leaves | operators';
comment on column association_members.delete_on is 'staff | the day on which all of it is deleted, when there is one | until then | board and coordinators; she herself';
comment on column association_members.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until she leaves | board and coordinators';
select lykta_tenant_table('association_members');

create table association_settings (
  jour_id uuid primary key references jours (id) on delete cascade,
  is_open boolean not null,
  kronor int not null check (kronor between 0 and 100000),
  words text not null check (length(words) <= 4000),
  keep_months int not null check (keep_months between 1 and 36)
);
comment on table association_settings is 'How the association takes members. Without a row: not by the site.';
comment on column association_settings.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column association_settings.is_open is 'public | whether the site has the page for becoming a member | until it is changed | everyone';
comment on column association_settings.kronor is 'public | the fee of a year | until it is changed | everyone';
comment on column association_settings.words is 'public | who may become a member and how the fee is paid, in two languages | until it is changed | everyone';
comment on column association_settings.keep_months is 'public | months after a meeting when it is forgotten who was there | until it is changed | everyone';
select lykta_tenant_table('association_settings');
