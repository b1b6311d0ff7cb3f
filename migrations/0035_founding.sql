-- The federation invites new jours from its own desk. Who opens such an invitation makes the new jour's root in her own
-- browser.

create table foundings (
  founds uuid primary key references jours (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  made_by uuid references members (id) on delete set null,
  made_on date not null
);
create index foundings_of_jour on foundings (jour_id);
comment on table foundings is 'Which jours the federation has invited. The invitation itself is a row of the invited jour, as one from the command line.';
comment on column foundings.founds is 'public | the jour that was invited | while that jour is here | the federation''s coordinators';
comment on column foundings.jour_id is 'public | the federation | while that jour is here | everyone';
comment on column foundings.made_by is 'staff | who invited it | until she leaves | the federation''s coordinators';
comment on column foundings.made_on is 'staff | the day of the first invitation | while that jour is here | the federation''s coordinators';
select lykta_tenant_table('foundings');
