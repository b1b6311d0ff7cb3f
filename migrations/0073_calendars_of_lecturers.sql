-- Who plans a lecture sees when one of those who lecture is taken: said where those times lie.

comment on column counselling_times.starts_at is 'staff | when the talk begins | until two weeks after it | the team, and whoever may choose it; that she is taken then, and no more, those who hold lectures when she is one of them';
comment on column counselling_times.ends_at is 'staff | when the talk ends | until two weeks after it | the team, and whoever may choose it; that she is taken then, and no more, those who hold lectures when she is one of them';
comment on column recruitment_meetings.starts_at is 'staff | when it begins | until two weeks after it | information meetings: everyone; interviews: recruiters, and whoever may choose it; that she is taken then, and no more, those who hold lectures when she is one of them';
comment on column recruitment_meetings.ends_at is 'staff | when it ends | until two weeks after it | information meetings: everyone; interviews: recruiters, and whoever may choose it; that she is taken then, and no more, those who hold lectures when she is one of them';
