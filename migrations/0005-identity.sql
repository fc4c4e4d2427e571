-- Who somebody is: sessions, ways to sign in, invitations, and how often something was tried (DOMAIN §2).

create table sessions (
  id uuid primary key,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  person uuid not null references people,
  organisation uuid references organisations,
  method text not null check (method in ('passkey', 'recovery_code', 'invitation', 'openid', 'demonstration')),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  fresh_at timestamptz,
  user_agent text not null check (length(user_agent) <= 200),
  ended_at timestamptz,
  ended_by text check (ended_by in ('signed_out', 'ended_elsewhere', 'replaced', 'left')),
  check (seen_at >= started_at),
  check ((ended_at is null) = (ended_by is null))
);
comment on column sessions.token_sha256 is 'The token itself is only in the browser: whoever reads this table can sign in as nobody';
comment on column sessions.organisation is 'Whom the person acts for; empty until somebody who belongs to several has chosen';
comment on column sessions.fresh_at is 'When the person last proved with a passkey that it is them (step-up)';
create index sessions_by_person on sessions (person, started_at desc) where ended_at is null;

create table attempts (
  kind text not null check (kind in ('sign_in', 'invitation', 'recovery_by_network', 'recovery_by_account')),
  key_sha256 text not null check (key_sha256 ~ '^[0-9a-f]{64}$'),
  begun_at timestamptz not null,
  count integer not null check (count > 0),
  primary key (kind, key_sha256)
);
comment on table attempts is 'How often something was tried from one place or for one account since begun_at; kept here so that a restart forgets nothing';

create table ceremonies (
  token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('passkey_sign_in', 'passkey_enrolment', 'step_up', 'openid')),
  session uuid references sessions,
  challenge text not null check (challenge <> ''),
  expires_at timestamptz not null
);
comment on table ceremonies is 'What was asked of a browser and not yet answered; a row is taken out by the first answer, right or wrong';
create index ceremonies_by_expiry on ceremonies (expires_at);

create table passkeys (
  id text primary key check (id ~ '^[A-Za-z0-9_-]+$'),
  person uuid not null references people,
  public_key text not null check (public_key ~ '^[A-Za-z0-9_-]+$'),
  counter bigint not null check (counter >= 0),
  is_backed_up boolean not null,
  transports text not null,
  name text not null check (name <> ''),
  enrolled_at timestamptz not null,
  used_at timestamptz
);
comment on column passkeys.id is 'The credential id, base64url (WebAuthn, 6.1)';
comment on column passkeys.public_key is 'COSE key, base64url';
create index passkeys_by_person on passkeys (person, enrolled_at, id);

create table recovery_codes (
  person uuid not null references people,
  code_sha256 text not null check (code_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person, code_sha256)
);

create table invitations (
  id uuid primary key,
  secret_sha256 text not null unique check (secret_sha256 ~ '^[0-9a-f]{64}$'),
  person uuid not null references people,
  invited_by uuid references people,
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at timestamptz
);
comment on column invitations.invited_by is 'Empty when the command line invited';
create index invitations_by_person on invitations (person, made_at desc);

create table openid_identities (
  issuer text not null,
  subject text not null,
  person uuid not null references people,
  account_type text not null check (account_type in ('entry', 'prime', 'member')),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
comment on column openid_identities.subject is 'Names the account at its issuer for ever; mail addresses change and are never matched (OpenID Connect Core, 5.7)';
create index openid_identities_by_person on openid_identities (person);
