-- The two unique constraints are what makes an application happen once: one key, and one applicant, per project.
create table applications (
  id uuid primary key,
  project_id text not null references projects (id),
  idempotency_key uuid not null,
  fingerprint text not null,
  reference text not null unique,
  applicant_name text not null,
  applicant_email text not null,
  email_key text not null,
  application json not null,
  next_steps json not null,
  submitted_at timestamptz not null,
  constraint applications_one_per_key unique (project_id, idempotency_key),
  constraint applications_one_per_applicant unique (project_id, email_key)
);

comment on column applications.email_key is 'The email address trimmed and in lower case';
comment on column applications.fingerprint is 'Hash of what was sent, to tell a retry from another body';
comment on column applications.application is 'The JSON as it was sent and checked';

create index applications_latest on applications (submitted_at);

create table attachments (
  id uuid primary key,
  application_id uuid not null references applications (id) on delete cascade,
  part text not null,
  position int not null,
  file_name text not null,
  media_type text not null,
  bytes int not null,
  storage_name text not null unique
);

create index attachments_of_application on attachments (application_id);

create table reports (
  id uuid primary key,
  project_id text not null references projects (id),
  reason text not null,
  details text,
  reported_at timestamptz not null
);

create table outbox (
  id uuid primary key,
  application_id uuid references applications (id) on delete set null,
  recipient text not null,
  recipient_key text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'withheld')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  sent_at timestamptz
);

comment on column outbox.state is 'withheld: recorded but never sent, because that address had enough for now';

create index outbox_recent on outbox (recipient_key, created_at);
create index outbox_due on outbox (next_attempt_at) where state = 'queued';
