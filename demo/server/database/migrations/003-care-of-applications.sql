-- What goes along with an application, what a virus scanner said of its files, and what was deleted on request.
alter table applications add column signals json;

comment on column applications.signals is 'Of the attempt that was stored: trapFilled, secondsOnForm; null: none came';

-- By it a person is named in addresses and in what is kept of deletions. What it calls depends on the encoding
-- of the database alone, which never changes, so it may say that it is immutable.
create function email_hash(email text) returns text language sql immutable strict as
  $$ select encode(sha256(convert_to(email, 'UTF8')), 'hex') $$;

create index applications_of_person on applications (email_hash(email_key));
create index outbox_of_person on outbox (email_hash(recipient_key));

alter table attachments
  add column scan text not null default 'none' check (scan in ('none', 'clean', 'waiting', 'infected')),
  add column scan_attempts int not null default 0,
  add column next_scan_at timestamptz;

comment on column attachments.scan is 'none: taken without a scanner; waiting: in quarantine; infected: found later, and the file deleted';

create index attachments_to_scan on attachments (next_scan_at) where scan = 'waiting';
create index outbox_of_application on outbox (application_id);

create table spent_challenges (
  id text primary key,
  expires_at timestamptz not null
);

create index spent_challenges_expired on spent_challenges (expires_at);

create table deletions (
  id uuid primary key,
  deleted_at timestamptz not null,
  deleted_by text not null,
  email_hash text not null,
  applications int not null,
  files int not null,
  emails int not null,
  reports int not null
);

comment on column deletions.email_hash is 'SHA-256 of the email address, trimmed and in lower case, in hexadecimal';
