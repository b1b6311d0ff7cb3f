-- What one custodian has signed and others have not yet. The entry itself goes into trust_log when enough have.

create table root_proposals (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  kind text not null check (kind in ('root', 'delegate', 'revocation')),
  draft bytea not null check (length(draft) <= 1024),
  made_by uuid references members (id) on delete set null,
  overtaken boolean not null default false,
  expires_at timestamptz not null
);
create index root_proposals_of_jour on root_proposals (jour_id);
comment on table root_proposals is 'Acts of the jour''s root that wait for signatures: a delegate, a revocation, a change of the root.';
comment on column root_proposals.id is 'staff | random number of a proposal | at most 7 days | her colleagues';
comment on column root_proposals.jour_id is 'public | the jour | at most 7 days | everyone';
comment on column root_proposals.kind is 'staff | what it would do | at most 7 days | her colleagues';
comment on column root_proposals.draft is 'staff | the entry without signatures: keys and dates, no names; goes into the public chain when enough have signed | at most 7 days | her colleagues';
comment on column root_proposals.made_by is 'staff | the custodian who proposed it | at most 7 days | her colleagues';
comment on column root_proposals.overtaken is 'technical | whether another act came into the chain before it | at most 7 days | her colleagues';
comment on column root_proposals.expires_at is 'technical | when it is deleted | at most 7 days | her colleagues';
select lykta_tenant_table('root_proposals');

create table root_signatures (
  proposal_id uuid not null references root_proposals (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  key bytea not null check (length(key) = 32),
  signature bytea not null check (length(signature) = 64),
  primary key (proposal_id, key)
);
comment on table root_signatures is 'Signatures under what waits, each made in a custodian''s own browser.';
comment on column root_signatures.proposal_id is 'staff | what was signed | at most 7 days | her colleagues';
comment on column root_signatures.jour_id is 'public | the jour | at most 7 days | everyone';
comment on column root_signatures.key is 'key | public key of who signed; stands in the public directory | at most 7 days | her colleagues';
comment on column root_signatures.signature is 'key | her signature | at most 7 days | her colleagues';
select lykta_tenant_table('root_signatures');
