-- A member who has lost all her devices comes back under her own number with new keys. Until a coordinator has
-- compared digits with her and signed, the new keys wait here and open nothing.

alter table invitations add column recovers uuid references members (id) on delete cascade;
comment on column invitations.recovers is 'staff | the member who shall come back with new keys; nobody for a newcomer | at most 72 hours | coordinators';

create table recoveries (
  member_id uuid primary key references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  enrolment bytea not null,
  identity_key bytea not null check (length(identity_key) = 32),
  seal_key bytea not null check (length(seal_key) = 1216),
  pending_until timestamptz not null
);
comment on table recoveries is 'New keys of members who have lost all devices, until a coordinator countersigns them.';
comment on column recoveries.member_id is 'staff | who comes back | at most 72 hours | coordinators';
comment on column recoveries.jour_id is 'public | the jour | at most 72 hours | everyone';
comment on column recoveries.enrolment is 'key | her signed request, with her new public keys | at most 72 hours | coordinators';
comment on column recoveries.identity_key is 'key | her new public signing key | at most 72 hours | coordinators';
comment on column recoveries.seal_key is 'key | her new public key for sealing to her | at most 72 hours | coordinators';
comment on column recoveries.pending_until is 'technical | when it is deleted if nobody countersigns | at most 72 hours | coordinators';
select lykta_tenant_table('recoveries');

alter table identity_wraps add column waiting boolean not null default false;
comment on column identity_wraps.waiting is 'technical | whether it opens new keys that nobody has countersigned yet | until she removes it or leaves | operators';

alter table members add column rekeyed_on date;
comment on column members.rekeyed_on is 'staff | the day on which she came back with new keys, told to her colleagues | 14 days | her colleagues';

-- A key of the team that somebody has held who holds it no longer must be replaced. Her share goes with her row,
-- by cascade, so nothing told until now that there had been one.
alter table team_keys add column departed boolean not null default false;
comment on column team_keys.departed is 'technical | whether somebody who held it has left or lost her devices | until no letter needs it | the team';

create function lykta_share_gone() returns trigger language plpgsql as $$
begin
  update team_keys set departed = true where jour_id = old.jour_id and key_id = old.key_id;
  return null;
end $$;
create trigger share_gone after delete on team_shares
  for each row execute function lykta_share_gone();

-- What was sealed to her old keys she cannot open with the new ones: colleagues seal it to her anew.
create function lykta_keys_changed() returns trigger language plpgsql as $$
begin
  delete from team_shares where jour_id = new.jour_id and member_id = new.id;
  return null;
end $$;
create trigger keys_changed after update of seal_key on members
  for each row when (old.seal_key is distinct from new.seal_key)
  execute function lykta_keys_changed();
