-- What a jour's volunteers do first when it is acute: shown beside the acute guide in the desk.

alter table faces add column routine jsonb not null default '{"sv": "", "en": ""}';
comment on column faces.routine is 'staff | the jour''s own routine in acute situations | while the face is here | members of the jour';
