-- Overflow between jours of one house: each says for herself to whom she may lead, and who may lead to
-- her. It holds while both say yes; either ends it at once by taking her own word back.

create table network_overflow (
  jour_id uuid not null references jours (id) on delete cascade,
  other_id uuid not null references jours (id) on delete cascade,
  primary key (jour_id, other_id),
  check (jour_id <> other_id)
);
create index network_overflow_of_other on network_overflow (other_id);
comment on table network_overflow is 'Which jour says yes to lead seekers to which other, and to be led to, while closed. Nothing of a seeker.';
comment on column network_overflow.jour_id is 'public | the jour that says yes | until she takes it back | the two jours; everyone once both have said it';
comment on column network_overflow.other_id is 'public | the jour to which she says it | until she takes it back | the two jours; everyone once both have said it';
select lykta_shared_table('network_overflow');
-- Read by the two of them alone, and each writes only her own word.
alter table network_overflow enable row level security;
alter table network_overflow force row level security;
create policy read_by_both on network_overflow for select
  using (nullif(current_setting('lykta.jour', true), '')::uuid in (jour_id, other_id));
create policy written_by_own_jour on network_overflow
  using (jour_id = nullif(current_setting('lykta.jour', true), '')::uuid)
  with check (jour_id = nullif(current_setting('lykta.jour', true), '')::uuid);
