-- A project is kept as the document that is served, beside the columns that lists are filtered and sorted by.
create table projects (
  id text collate "C" primary key,
  document json not null,
  seeded boolean not null default false,
  status text not null,
  closes_at timestamptz,
  posted_at timestamptz,
  apply_by date,
  featured boolean not null,
  category text collate "C",
  industry text collate "C",
  work_mode text collate "C",
  skills text[] not null,
  locations text[] not null,
  class_years text[] not null,
  work_authorization text,
  hours numeric,
  duration_days numeric,
  paid boolean not null,
  pay_currency text collate "C",
  pay_total numeric,
  search tsvector not null
);

comment on column projects.closes_at is 'Last instant at which applications are taken; null: no deadline';
comment on column projects.hours is 'The most hours of work, else the least; null: unknown';
comment on column projects.duration_days is 'The most days, else the least; null: unknown';
comment on column projects.paid is 'False for unpaid and unknown';
comment on column projects.pay_total is 'The most it can pay for the whole project; null: unknown';

create index projects_search on projects using gin (search);
create index projects_skills on projects using gin (skills);
create index projects_newest on projects (featured, posted_at);
create index projects_open on projects (status, closes_at);
