--
-- PostgreSQL database dump
--

\restrict shirushi

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: forget_pages_of_entries(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_pages_of_entries() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from stored_pages where number in (select subject from logged);
  return null;
end $$;

--
-- Name: forget_pages_of_label(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_pages_of_label() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from stored_pages where number in (old.number, new.number);
  return null;
end $$;

--
-- Name: model_neighbours(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.model_neighbours(model_key text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select array_agg(distinct left(model_key, place - 1) || substr(model_key, place + 1)) || model_key
  from generate_series(1, length(model_key)) as place
$$;

--
-- Name: refuse_change(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attempts (
    kind text NOT NULL,
    key_sha256 text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    count integer NOT NULL,
    CONSTRAINT attempts_count_check CHECK ((count > 0)),
    CONSTRAINT attempts_key_sha256_check CHECK ((key_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT attempts_kind_check CHECK ((kind = ANY (ARRAY['sign_in'::text, 'invitation'::text, 'recovery_by_network'::text, 'recovery_by_account'::text, 'subscribe_by_network'::text, 'subscribe_by_address'::text])))
);

--
-- Name: TABLE attempts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.attempts IS 'How often something was tried from one place or for one account since begun_at; kept here so that a restart forgets nothing';

--
-- Name: calendar_told; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_told (
    only_row boolean DEFAULT true NOT NULL,
    until_day date NOT NULL,
    CONSTRAINT calendar_told_only_row_check CHECK (only_row)
);

--
-- Name: TABLE calendar_told; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.calendar_told IS 'One row: the legal day until which changes by the calendar were written into notices';

--
-- Name: case_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.case_files (
    case_id uuid NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    attached_by uuid NOT NULL,
    attached_at timestamp with time zone NOT NULL,
    CONSTRAINT case_files_name_check CHECK ((name <> ''::text))
);

--
-- Name: case_models; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.case_models (
    case_id uuid NOT NULL,
    model_key text NOT NULL,
    CONSTRAINT case_models_model_key_check CHECK ((model_key <> ''::text))
);

--
-- Name: TABLE case_models; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.case_models IS 'The folded model numbers of the latest submission of a case';

--
-- Name: case_notes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.case_notes (
    id bigint NOT NULL,
    case_id uuid NOT NULL,
    author uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    note text NOT NULL,
    sent_as uuid NOT NULL,
    CONSTRAINT case_notes_note_check CHECK ((note <> ''::text))
);

--
-- Name: COLUMN case_notes.sent_as; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.case_notes.sent_as IS 'The key of the form that brought it, so that sending it twice writes it once';

--
-- Name: case_notes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.case_notes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.case_notes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: cases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases (
    id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    level text NOT NULL,
    vendor uuid NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    application text NOT NULL,
    application_number text NOT NULL,
    acceptance_number text,
    provisional_number text,
    scheme_version text,
    first_submitted_on date,
    due_on date,
    ended_reason text,
    unread_answers jsonb DEFAULT '{}'::jsonb NOT NULL,
    product_name text DEFAULT ''::text NOT NULL,
    product_type text DEFAULT ''::text NOT NULL,
    assigned_to uuid,
    drafted_under text COLLATE pg_catalog."C",
    drafted_on date,
    CONSTRAINT cases_check CHECK (((scheme_version IS NULL) = (first_submitted_on IS NULL))),
    CONSTRAINT cases_check1 CHECK (((drafted_under IS NULL) = (drafted_on IS NULL))),
    CONSTRAINT cases_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'renewal'::text, 'change'::text]))),
    CONSTRAINT cases_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'in_review'::text, 'more_asked'::text, 'awaiting_decision'::text, 'granted'::text, 'refused'::text, 'not_accepted'::text, 'discontinued'::text]))),
    CONSTRAINT cases_unread_answers_check CHECK ((jsonb_typeof(unread_answers) = 'object'::text)),
    CONSTRAINT cases_version_check CHECK ((version > 0))
);

--
-- Name: COLUMN cases.scheme_version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.cases.scheme_version IS 'The version in force on the day of the first submission; what a case was filed under stays as it was';

--
-- Name: COLUMN cases.assigned_to; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.cases.assigned_to IS 'The officer who works on the case; it says who looks after it, never who may act';

--
-- Name: ceremonies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ceremonies (
    token_sha256 text NOT NULL,
    kind text NOT NULL,
    session uuid,
    challenge text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT ceremonies_challenge_check CHECK ((challenge <> ''::text)),
    CONSTRAINT ceremonies_kind_check CHECK ((kind = ANY (ARRAY['passkey_sign_in'::text, 'passkey_enrolment'::text, 'step_up'::text, 'openid'::text]))),
    CONSTRAINT ceremonies_token_sha256_check CHECK ((token_sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: TABLE ceremonies; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.ceremonies IS 'What was asked of a browser and not yet answered; a row is taken out by the first answer, right or wrong';

--
-- Name: credential_gaps; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.credential_gaps (
    entry bigint NOT NULL,
    issuer text NOT NULL,
    CONSTRAINT credential_gaps_issuer_check CHECK ((issuer <> ''::text))
);

--
-- Name: TABLE credential_gaps; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.credential_gaps IS 'Entries the issuer has no credential for, though later ones have one';

--
-- Name: declared_answers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.declared_answers (
    label_id uuid NOT NULL,
    answers text NOT NULL
);

--
-- Name: TABLE declared_answers; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.declared_answers IS 'Names on declarations; a row may be removed at any time, as when its retention period ends';

--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    act text NOT NULL,
    actor_person uuid,
    actor_organisation uuid,
    on_behalf_of uuid,
    actor_role text,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    reason text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT events_act_check CHECK ((act <> ''::text)),
    CONSTRAINT events_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT events_subject_id_check CHECK ((subject_id <> ''::text)),
    CONSTRAINT events_subject_kind_check CHECK ((subject_kind <> ''::text))
);

--
-- Name: events_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: fees; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fees (
    case_id uuid NOT NULL,
    rule text NOT NULL,
    amount bigint NOT NULL,
    tax bigint NOT NULL,
    currency text NOT NULL,
    charged_on date NOT NULL,
    due_on date NOT NULL,
    paid_on date,
    recorded_by uuid,
    CONSTRAINT fees_amount_check CHECK ((amount >= 0)),
    CONSTRAINT fees_check CHECK (((tax >= 0) AND (tax <= amount))),
    CONSTRAINT fees_check1 CHECK (((paid_on IS NULL) = (recorded_by IS NULL))),
    CONSTRAINT fees_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
);

--
-- Name: file_scans; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file_scans (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    outcome text NOT NULL,
    finding text,
    scanned_at timestamp with time zone NOT NULL,
    engine text NOT NULL,
    signatures text NOT NULL,
    CONSTRAINT file_scans_check CHECK (((outcome = 'clean'::text) = (finding IS NULL))),
    CONSTRAINT file_scans_engine_check CHECK ((engine <> ''::text)),
    CONSTRAINT file_scans_finding_check CHECK ((finding <> ''::text)),
    CONSTRAINT file_scans_outcome_check CHECK ((outcome = ANY (ARRAY['clean'::text, 'infected'::text, 'unscannable'::text])))
);

--
-- Name: files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.files (
    sha256 text NOT NULL COLLATE pg_catalog."C",
    size bigint NOT NULL,
    media_type text NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT files_media_type_check CHECK ((media_type <> ''::text)),
    CONSTRAINT files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT files_size_check CHECK ((size >= 0))
);

--
-- Name: format_check_drafts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.format_check_drafts (
    case_id uuid NOT NULL,
    sequence integer NOT NULL,
    item text NOT NULL,
    is_ticked boolean NOT NULL,
    remark text NOT NULL,
    saved_by uuid NOT NULL,
    saved_at timestamp with time zone NOT NULL
);

--
-- Name: TABLE format_check_drafts; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.format_check_drafts IS 'What an officer has ticked and written so far about a submission; only the format check itself counts';

--
-- Name: format_check_findings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.format_check_findings (
    case_id uuid NOT NULL,
    sequence integer NOT NULL,
    item text NOT NULL,
    remark text NOT NULL,
    CONSTRAINT format_check_findings_remark_check CHECK ((remark <> ''::text))
);

--
-- Name: format_checks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.format_checks (
    case_id uuid NOT NULL,
    sequence integer NOT NULL,
    officer uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    reason text,
    CONSTRAINT format_checks_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'returned'::text, 'declined'::text])))
);

--
-- Name: invitations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.invitations (
    id uuid NOT NULL,
    secret_sha256 text NOT NULL,
    person uuid NOT NULL,
    invited_by uuid,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT invitations_check CHECK ((expires_at > made_at)),
    CONSTRAINT invitations_secret_sha256_check CHECK ((secret_sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: COLUMN invitations.invited_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.invitations.invited_by IS 'Empty when the command line invited';

--
-- Name: issuer_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.issuer_keys (
    public_key bytea NOT NULL,
    used_from timestamp with time zone NOT NULL,
    used_until timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT issuer_keys_public_key_check CHECK ((octet_length(public_key) = 32)),
    CONSTRAINT issuer_keys_revoked_after_use CHECK (((revoked_at IS NULL) OR (used_until IS NOT NULL))),
    CONSTRAINT issuer_keys_used_in_order CHECK ((used_until >= used_from))
);

--
-- Name: TABLE issuer_keys; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.issuer_keys IS 'Every key the issuer of credentials ever had; the one without used_until signs';

--
-- Name: label_credentials; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.label_credentials (
    entry bigint NOT NULL,
    issuer text NOT NULL,
    public_key bytea NOT NULL,
    credential text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT label_credentials_credential_check CHECK ((credential <> ''::text)),
    CONSTRAINT label_credentials_issuer_check CHECK ((issuer <> ''::text))
);
ALTER TABLE ONLY public.label_credentials ALTER COLUMN credential SET STORAGE EXTERNAL;

--
-- Name: COLUMN label_credentials.entry; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_credentials.entry IS 'The entry of the public log that says what the credential says';

--
-- Name: label_decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.label_decisions (
    id bigint NOT NULL,
    case_id uuid NOT NULL,
    outcome text NOT NULL,
    reason text,
    valid_until date,
    seal text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    withdrawn_by uuid,
    withdrawn_at timestamp with time zone,
    confirmed_by uuid,
    confirmed_at timestamp with time zone,
    CONSTRAINT label_decisions_check CHECK ((confirmed_by <> proposed_by)),
    CONSTRAINT label_decisions_check1 CHECK (((withdrawn_at IS NULL) OR (confirmed_at IS NULL))),
    CONSTRAINT label_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['grant'::text, 'refuse'::text])))
);

--
-- Name: COLUMN label_decisions.valid_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_decisions.valid_until IS 'A last day earlier than the term gives, set by the operator with a reason';

--
-- Name: label_decisions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.label_decisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.label_decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: label_lines; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.label_lines (
    label_id uuid NOT NULL,
    line jsonb NOT NULL
);

--
-- Name: TABLE label_lines; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.label_lines IS 'What a list shows of a published label; made again from labels together with label_search';

--
-- Name: label_models; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.label_models (
    label_id uuid NOT NULL,
    "position" integer NOT NULL,
    number text NOT NULL,
    model_key text NOT NULL
);

--
-- Name: label_search; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.label_search (
    "position" bigint NOT NULL,
    label_id uuid NOT NULL,
    edition text NOT NULL,
    text_key text NOT NULL,
    model_keys text NOT NULL,
    level text NOT NULL,
    product_type text NOT NULL,
    evaluator text NOT NULL,
    recognition text NOT NULL,
    maker_key text NOT NULL,
    maker text NOT NULL,
    maker_en text NOT NULL,
    handles_personal_data boolean,
    support_ends_on date,
    published_on date NOT NULL,
    valid_until date,
    grace_until date,
    grams tsvector NOT NULL
);
ALTER TABLE ONLY public.label_search ALTER COLUMN grams SET STATISTICS 0;
ALTER TABLE ONLY public.label_search ALTER COLUMN grams SET STORAGE EXTERNAL;

--
-- Name: TABLE label_search; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.label_search IS 'What the search reads of a published label; can be made again from labels at any time';

--
-- Name: COLUMN label_search."position"; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_search."position" IS 'Later published, larger; the blocks in grams are cut from it';

--
-- Name: COLUMN label_search.edition; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_search.edition IS 'The rules its keys were made by: an older one is made again at the start';

--
-- Name: COLUMN label_search.text_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_search.text_key IS 'Every searched text, folded, one space between two';

--
-- Name: COLUMN label_search.model_keys; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_search.model_keys IS 'The folded model numbers, each between bars';

--
-- Name: COLUMN label_search.grams; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.label_search.grams IS 'One, two and three characters of the texts; marks of the filters and of blocks of positions';

--
-- Name: label_search_position_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.label_search ALTER COLUMN "position" ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.label_search_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: labels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.labels (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    vendor uuid NOT NULL,
    number text NOT NULL,
    number_key text NOT NULL,
    level text NOT NULL,
    scheme_version text NOT NULL,
    issued_on date NOT NULL,
    valid_until date,
    grace_days integer NOT NULL,
    publish_on date NOT NULL,
    published_at timestamp with time zone,
    record text NOT NULL,
    CONSTRAINT labels_check CHECK ((valid_until >= issued_on)),
    CONSTRAINT labels_grace_days_check CHECK ((grace_days >= 0))
);

--
-- Name: COLUMN labels.publish_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.labels.publish_on IS 'The wished day of publication, or the day of grant; public only once published_at is set';

--
-- Name: mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mails (
    id uuid NOT NULL,
    event bigint NOT NULL,
    kind text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text,
    is_secret boolean NOT NULL,
    written_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    tried_at timestamp with time zone,
    sent_at timestamp with time zone,
    fault text,
    CONSTRAINT mails_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT mails_check CHECK (((sent_at IS NULL) OR (fault IS NULL))),
    CONSTRAINT mails_check1 CHECK (((body IS NOT NULL) OR is_secret)),
    CONSTRAINT mails_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT mails_recipient_check CHECK (((recipient = lower(recipient)) AND (recipient ~~ '%_@_%'::text))),
    CONSTRAINT mails_subject_check CHECK (((subject <> ''::text) AND (subject !~ '[\r\n]'::text)))
);

--
-- Name: COLUMN mails.body; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mails.body IS 'Taken out when a secret mail was sent: it holds a link that lets somebody in';

--
-- Name: COLUMN mails.fault; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mails.fault IS 'Why the last attempt failed; names no address and no password';

--
-- Name: mandate_cases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mandate_cases (
    mandate uuid NOT NULL,
    case_id uuid NOT NULL
);

--
-- Name: mandates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mandates (
    id uuid NOT NULL,
    vendor uuid NOT NULL,
    agent uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    given_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    is_limited boolean DEFAULT false NOT NULL,
    allows_new boolean DEFAULT true NOT NULL,
    letter text COLLATE pg_catalog."C",
    letter_name text,
    decided_at timestamp with time zone,
    decided_by uuid,
    is_confirmed boolean,
    decision_reason text,
    CONSTRAINT mandates_check CHECK ((valid_until >= valid_from)),
    CONSTRAINT mandates_check1 CHECK ((vendor <> agent)),
    CONSTRAINT mandates_cover_something CHECK ((is_limited OR allows_new)),
    CONSTRAINT mandates_decision_is_about_a_letter CHECK (((decided_at IS NULL) OR (letter IS NOT NULL))),
    CONSTRAINT mandates_decision_is_whole CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (is_confirmed IS NULL)))),
    CONSTRAINT mandates_decision_reason_check CHECK ((decision_reason <> ''::text)),
    CONSTRAINT mandates_letter_has_a_name CHECK (((letter IS NULL) = (letter_name IS NULL))),
    CONSTRAINT mandates_letter_name_check CHECK ((letter_name <> ''::text)),
    CONSTRAINT mandates_refusal_has_a_reason CHECK (((is_confirmed IS NOT FALSE) OR (decision_reason IS NOT NULL)))
);

--
-- Name: COLUMN mandates.is_limited; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mandates.is_limited IS 'Whether it covers only the applications in mandate_cases';

--
-- Name: COLUMN mandates.allows_new; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mandates.allows_new IS 'Whether the agent may open applications; in a limited one they join mandate_cases';

--
-- Name: COLUMN mandates.letter; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mandates.letter IS 'The scanned letter; a mandate with one gives no rights before staff confirmed it';

--
-- Name: memberships; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memberships (
    person uuid NOT NULL,
    organisation uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['vendor-editor'::text, 'vendor-signatory'::text, 'agent'::text, 'label-officer'::text, 'reviewer'::text, 'decider'::text, 'surveillance-officer'::text, 'scheme-officer'::text, 'administrator'::text])))
);

--
-- Name: notices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    subscription uuid NOT NULL,
    occurrence text NOT NULL,
    at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone,
    tried_at timestamp with time zone,
    done_at timestamp with time zone,
    status integer,
    fault text,
    CONSTRAINT notices_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT notices_check CHECK (((done_at IS NULL) OR (due_at IS NULL))),
    CONSTRAINT notices_occurrence_check CHECK ((occurrence <> ''::text))
);

--
-- Name: TABLE notices; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.notices IS 'What each subscription was or will be told, each thing once';

--
-- Name: COLUMN notices.occurrence; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notices.occurrence IS 'What is told: a label’s number and what happened to it, or what the subscription itself asks for';

--
-- Name: COLUMN notices.due_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notices.due_at IS 'When it is tried next; empty when it was told or given up';

--
-- Name: COLUMN notices.fault; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notices.fault IS 'Why the last attempt failed; names no address';

--
-- Name: number_counters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.number_counters (
    kind text NOT NULL,
    scheme text NOT NULL,
    period text NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT number_counters_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'acceptance'::text, 'provisional'::text, 'registration'::text]))),
    CONSTRAINT number_counters_last_check CHECK ((last > 0))
);

--
-- Name: openid_identities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.openid_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    person uuid NOT NULL,
    account_type text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT openid_identities_account_type_check CHECK ((account_type = ANY (ARRAY['entry'::text, 'prime'::text, 'member'::text])))
);

--
-- Name: COLUMN openid_identities.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.openid_identities.subject IS 'Names the account at its issuer for ever; mail addresses change and are never matched (OpenID Connect Core, 5.7)';

--
-- Name: organisations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organisations (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    corporate_number text,
    address text NOT NULL,
    address_en text NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    CONSTRAINT organisations_corporate_number_check CHECK ((corporate_number ~ '^[1-9][0-9]{12}$'::text)),
    CONSTRAINT organisations_kind_check CHECK ((kind = ANY (ARRAY['vendor'::text, 'agent'::text, 'operator'::text]))),
    CONSTRAINT organisations_name_check CHECK ((name <> ''::text))
);

--
-- Name: COLUMN organisations.name; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.organisations.name IS 'Exactly as typed: neither NFC nor NFKC, both alter kanji';

--
-- Name: passkeys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.passkeys (
    id text NOT NULL,
    person uuid NOT NULL,
    public_key text NOT NULL,
    counter bigint NOT NULL,
    is_backed_up boolean NOT NULL,
    transports text NOT NULL,
    name text NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT passkeys_counter_check CHECK ((counter >= 0)),
    CONSTRAINT passkeys_id_check CHECK ((id ~ '^[A-Za-z0-9_-]+$'::text)),
    CONSTRAINT passkeys_name_check CHECK ((name <> ''::text)),
    CONSTRAINT passkeys_public_key_check CHECK ((public_key ~ '^[A-Za-z0-9_-]+$'::text))
);

--
-- Name: COLUMN passkeys.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.passkeys.id IS 'The credential id, base64url (WebAuthn, 6.1)';

--
-- Name: COLUMN passkeys.public_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.passkeys.public_key IS 'COSE key, base64url';

--
-- Name: people; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.people (
    id uuid NOT NULL,
    name text NOT NULL,
    mail text NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    language text,
    CONSTRAINT people_language_check CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text]))),
    CONSTRAINT people_mail_check CHECK ((mail = lower(mail))),
    CONSTRAINT people_name_check CHECK ((name <> ''::text))
);

--
-- Name: COLUMN people.language; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.people.language IS 'The language mails are written in; both when it is not known';

--
-- Name: public_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log (
    index bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    entry text NOT NULL,
    leaf_hash bytea NOT NULL,
    CONSTRAINT public_log_entry_check CHECK ((entry <> ''::text)),
    CONSTRAINT public_log_entry_fits CHECK ((octet_length(entry) <= 65535)),
    CONSTRAINT public_log_index_check CHECK ((index >= 0)),
    CONSTRAINT public_log_kind_check CHECK ((kind <> ''::text)),
    CONSTRAINT public_log_leaf_hash_is_entrys CHECK ((leaf_hash = sha256(('\x00'::bytea || convert_to(entry, 'UTF8'::name))))),
    CONSTRAINT public_log_subject_check CHECK ((subject <> ''::text))
);
ALTER TABLE ONLY public.public_log ALTER COLUMN entry SET STORAGE EXTERNAL;

--
-- Name: public_log_cosignatures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log_cosignatures (
    witness text NOT NULL,
    size bigint NOT NULL,
    line text NOT NULL,
    CONSTRAINT public_log_cosignatures_line_check CHECK ((line <> ''::text)),
    CONSTRAINT public_log_cosignatures_size_check CHECK ((size >= 0)),
    CONSTRAINT public_log_cosignatures_witness_check CHECK ((witness <> ''::text))
);

--
-- Name: public_log_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log_head (
    only_row boolean DEFAULT true NOT NULL,
    size bigint NOT NULL,
    edge bytea DEFAULT '\x'::bytea NOT NULL,
    verifier_key text,
    checkpoint text,
    joining_key text,
    CONSTRAINT public_log_head_edge_fits CHECK ((octet_length(edge) = (32 * bit_count((size)::bit(64))))),
    CONSTRAINT public_log_head_has_two_keys CHECK (((joining_key IS NULL) OR ((verifier_key IS NOT NULL) AND (joining_key <> verifier_key)))),
    CONSTRAINT public_log_head_is_signed_whole CHECK (((verifier_key IS NULL) = (checkpoint IS NULL))),
    CONSTRAINT public_log_head_only_row_check CHECK (only_row),
    CONSTRAINT public_log_head_size_check CHECK ((size >= 0))
);

--
-- Name: public_log_subtrees; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.public_log_subtrees (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT public_log_subtrees_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT public_log_subtrees_index_check CHECK ((index >= 0)),
    CONSTRAINT public_log_subtrees_level_check CHECK (((level >= 1) AND (level <= 7)))
);

--
-- Name: recovery_codes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recovery_codes (
    person uuid NOT NULL,
    code_sha256 text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_codes_code_sha256_check CHECK ((code_sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT schema_migrations_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: scheme_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.scheme_versions (
    sha256 text NOT NULL,
    "position" bigint NOT NULL,
    scheme text NOT NULL,
    content text NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    CONSTRAINT scheme_versions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: TABLE scheme_versions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.scheme_versions IS 'Every version of the scheme data ever in force here; never altered, because cases stay under theirs';

--
-- Name: scheme_versions_position_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.scheme_versions ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.scheme_versions_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: sent_forms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sent_forms (
    person uuid NOT NULL,
    key uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    led_to text
);

--
-- Name: TABLE sent_forms; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sent_forms IS 'The forms people sent, by the key each carries, and the page the act led to once it was done';

--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id uuid NOT NULL,
    token_sha256 text NOT NULL,
    person uuid NOT NULL,
    organisation uuid,
    method text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    fresh_at timestamp with time zone,
    user_agent text NOT NULL,
    ended_at timestamp with time zone,
    ended_by text,
    CONSTRAINT sessions_check CHECK ((seen_at >= started_at)),
    CONSTRAINT sessions_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT sessions_ended_by_check CHECK ((ended_by = ANY (ARRAY['signed_out'::text, 'ended_elsewhere'::text, 'replaced'::text, 'left'::text]))),
    CONSTRAINT sessions_method_check CHECK ((method = ANY (ARRAY['passkey'::text, 'recovery_code'::text, 'invitation'::text, 'openid'::text, 'demonstration'::text]))),
    CONSTRAINT sessions_token_sha256_check CHECK ((token_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT sessions_user_agent_check CHECK ((length(user_agent) <= 200))
);

--
-- Name: COLUMN sessions.token_sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sessions.token_sha256 IS 'The token itself is only in the browser: whoever reads this table can sign in as nobody';

--
-- Name: COLUMN sessions.organisation; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sessions.organisation IS 'Whom the person acts for; empty until somebody who belongs to several has chosen';

--
-- Name: COLUMN sessions.fresh_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sessions.fresh_at IS 'When the person last proved with a passkey that it is them (step-up)';

--
-- Name: snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshots (
    day date NOT NULL,
    sha256 text NOT NULL COLLATE pg_catalog."C",
    labels integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    list_sha256 text COLLATE pg_catalog."C",
    list_size integer,
    CONSTRAINT snapshots_labels_check CHECK ((labels >= 0)),
    CONSTRAINT snapshots_list_size_check CHECK ((list_size >= 0)),
    CONSTRAINT snapshots_list_whole CHECK (((list_sha256 IS NULL) = (list_size IS NULL)))
);

--
-- Name: TABLE snapshots; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.snapshots IS 'One file a day: every label that was public on that day, as JSON Lines, packed with gzip';

--
-- Name: COLUMN snapshots.list_sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.snapshots.list_sha256 IS 'The file of the list: its digests in order, then the hashes of its tiles from level 1 up; none for days before there were lists';

--
-- Name: stored_pages; Type: TABLE; Schema: public; Owner: -
--

CREATE UNLOGGED TABLE public.stored_pages (
    number text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    edition text NOT NULL,
    made_on date NOT NULL,
    holds_until date,
    etag text NOT NULL,
    modified text,
    body text NOT NULL,
    CONSTRAINT stored_pages_check CHECK ((holds_until > made_on)),
    CONSTRAINT stored_pages_kind_check CHECK ((kind = ANY (ARRAY['page.ja'::text, 'page.en'::text, 'json'::text])))
);
ALTER TABLE ONLY public.stored_pages ALTER COLUMN body SET STORAGE EXTERNAL;

--
-- Name: TABLE stored_pages; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.stored_pages IS 'The answers about labels as they are sent, made when they are first asked for';

--
-- Name: COLUMN stored_pages.edition; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stored_pages.edition IS 'By which program, scheme data and settings it was made';

--
-- Name: COLUMN stored_pages.made_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stored_pages.made_on IS 'The legal day it tells of';

--
-- Name: COLUMN stored_pages.holds_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stored_pages.holds_until IS 'The first legal day on which it would say something else; none if the calendar never changes it';

--
-- Name: COLUMN stored_pages.modified; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stored_pages.modified IS 'Its Last-Modified, where it has one';

--
-- Name: COLUMN stored_pages.body; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.stored_pages.body IS 'Compressed with gzip, in base64: shorter than the hexadecimal digits in which bytes travel';

--
-- Name: submission_files; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.submission_files (
    case_id uuid NOT NULL,
    sequence integer NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL
);

--
-- Name: submissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.submissions (
    case_id uuid NOT NULL,
    sequence integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    submitted_by uuid NOT NULL,
    application text NOT NULL,
    answers_sha256 text NOT NULL,
    seal text NOT NULL,
    CONSTRAINT submissions_sequence_check CHECK ((sequence > 0))
);

--
-- Name: COLUMN submissions.seal; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.submissions.seal IS 'SHA-256 over the answers and every file name, size and hash: what a decision binds to';

--
-- Name: subscriptions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.subscriptions (
    id uuid NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    topic_kind text NOT NULL,
    topic text NOT NULL,
    language text NOT NULL,
    secret text NOT NULL,
    signing_key text,
    asked_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    failing_since timestamp with time zone,
    disabled_at timestamp with time zone,
    challenge text,
    CONSTRAINT subscriptions_address_check CHECK (((address ~~ '%_@_%'::text) OR (address ~~ 'http%://_%'::text))),
    CONSTRAINT subscriptions_challenge CHECK (((channel = 'webhook'::text) = (challenge IS NOT NULL))),
    CONSTRAINT subscriptions_challenge_check CHECK ((challenge ~ '^[A-Za-z0-9_-]{43,64}$'::text)),
    CONSTRAINT subscriptions_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'webhook'::text]))),
    CONSTRAINT subscriptions_check CHECK (((channel = 'webhook'::text) = (signing_key IS NOT NULL))),
    CONSTRAINT subscriptions_language_check CHECK ((language = ANY (ARRAY['ja'::text, 'en'::text]))),
    CONSTRAINT subscriptions_secret_check CHECK ((secret ~ '^[A-Za-z0-9_-]{43}$'::text)),
    CONSTRAINT subscriptions_topic_kind_check CHECK ((topic_kind = ANY (ARRAY['label'::text, 'maker'::text, 'type'::text, 'search'::text])))
);

--
-- Name: TABLE subscriptions; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.subscriptions IS 'Who is told of what; an address that was not confirmed is deleted after two days';

--
-- Name: COLUMN subscriptions.topic; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subscriptions.topic IS 'A number, the key of a maker, the id of a type, or a search as canonical JSON';

--
-- Name: COLUMN subscriptions.secret; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subscriptions.secret IS 'Stands in every message, so it is kept as it is; it lets nobody in anywhere else';

--
-- Name: COLUMN subscriptions.signing_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subscriptions.signing_key IS 'Messages to a webhook are signed with it (HMAC-SHA256), so it is kept as it is';

--
-- Name: COLUMN subscriptions.confirmed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subscriptions.confirmed_at IS 'When the reader followed the link, or the webhook sent back its challenge';

--
-- Name: COLUMN subscriptions.challenge; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.subscriptions.challenge IS 'What a webhook must send back before anything else is sent to it';

--
-- Name: attempts attempts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_pkey PRIMARY KEY (kind, key_sha256);

--
-- Name: calendar_told calendar_told_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_told
    ADD CONSTRAINT calendar_told_pkey PRIMARY KEY (only_row);

--
-- Name: case_files case_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_pkey PRIMARY KEY (case_id, name);

--
-- Name: case_models case_models_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_models
    ADD CONSTRAINT case_models_pkey PRIMARY KEY (case_id, model_key);

--
-- Name: case_notes case_notes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_notes
    ADD CONSTRAINT case_notes_pkey PRIMARY KEY (id);

--
-- Name: case_notes case_notes_sent_as_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_notes
    ADD CONSTRAINT case_notes_sent_as_key UNIQUE (sent_as);

--
-- Name: cases cases_acceptance_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_acceptance_number_key UNIQUE (acceptance_number);

--
-- Name: cases cases_application_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_application_number_key UNIQUE (application_number);

--
-- Name: cases cases_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (id);

--
-- Name: cases cases_provisional_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_provisional_number_key UNIQUE (provisional_number);

--
-- Name: ceremonies ceremonies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremonies
    ADD CONSTRAINT ceremonies_pkey PRIMARY KEY (token_sha256);

--
-- Name: credential_gaps credential_gaps_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.credential_gaps
    ADD CONSTRAINT credential_gaps_pkey PRIMARY KEY (entry, issuer);

--
-- Name: declared_answers declared_answers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.declared_answers
    ADD CONSTRAINT declared_answers_pkey PRIMARY KEY (label_id);

--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);

--
-- Name: fees fees_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fees
    ADD CONSTRAINT fees_pkey PRIMARY KEY (case_id);

--
-- Name: file_scans file_scans_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_scans
    ADD CONSTRAINT file_scans_pkey PRIMARY KEY (sha256);

--
-- Name: files files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.files
    ADD CONSTRAINT files_pkey PRIMARY KEY (sha256);

--
-- Name: format_check_drafts format_check_drafts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_check_drafts
    ADD CONSTRAINT format_check_drafts_pkey PRIMARY KEY (case_id, sequence, item);

--
-- Name: format_check_findings format_check_findings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_check_findings
    ADD CONSTRAINT format_check_findings_pkey PRIMARY KEY (case_id, sequence, item);

--
-- Name: format_checks format_checks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_checks
    ADD CONSTRAINT format_checks_pkey PRIMARY KEY (case_id, sequence);

--
-- Name: invitations invitations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (id);

--
-- Name: invitations invitations_secret_sha256_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_secret_sha256_key UNIQUE (secret_sha256);

--
-- Name: issuer_keys issuer_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.issuer_keys
    ADD CONSTRAINT issuer_keys_pkey PRIMARY KEY (public_key);

--
-- Name: label_credentials label_credentials_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_credentials
    ADD CONSTRAINT label_credentials_pkey PRIMARY KEY (entry, issuer, public_key);

--
-- Name: label_decisions label_decisions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_decisions
    ADD CONSTRAINT label_decisions_pkey PRIMARY KEY (id);

--
-- Name: label_lines label_lines_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_lines
    ADD CONSTRAINT label_lines_pkey PRIMARY KEY (label_id);

--
-- Name: label_models label_models_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_models
    ADD CONSTRAINT label_models_pkey PRIMARY KEY (label_id, "position");

--
-- Name: label_search label_search_label_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_search
    ADD CONSTRAINT label_search_label_id_key UNIQUE (label_id);

--
-- Name: label_search label_search_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_search
    ADD CONSTRAINT label_search_pkey PRIMARY KEY ("position");

--
-- Name: labels labels_case_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_case_id_key UNIQUE (case_id);

--
-- Name: labels labels_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_number_key UNIQUE (number);

--
-- Name: labels labels_number_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_number_key_key UNIQUE (number_key);

--
-- Name: labels labels_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_pkey PRIMARY KEY (id);

--
-- Name: mails mails_event_recipient_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT mails_event_recipient_key UNIQUE (event, recipient);

--
-- Name: mails mails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);

--
-- Name: mandate_cases mandate_cases_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandate_cases
    ADD CONSTRAINT mandate_cases_pkey PRIMARY KEY (mandate, case_id);

--
-- Name: mandates mandates_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_pkey PRIMARY KEY (id);

--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (person, organisation, role);

--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (id);

--
-- Name: notices notices_subscription_occurrence_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_subscription_occurrence_key UNIQUE (subscription, occurrence);

--
-- Name: number_counters number_counters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.number_counters
    ADD CONSTRAINT number_counters_pkey PRIMARY KEY (kind, scheme, period);

--
-- Name: openid_identities openid_identities_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openid_identities
    ADD CONSTRAINT openid_identities_pkey PRIMARY KEY (issuer, subject);

--
-- Name: organisations organisations_corporate_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_corporate_number_key UNIQUE (corporate_number);

--
-- Name: organisations organisations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

--
-- Name: passkeys passkeys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_pkey PRIMARY KEY (id);

--
-- Name: people people_mail_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_mail_key UNIQUE (mail);

--
-- Name: people people_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);

--
-- Name: public_log_cosignatures public_log_cosignatures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log_cosignatures
    ADD CONSTRAINT public_log_cosignatures_pkey PRIMARY KEY (witness);

--
-- Name: public_log_head public_log_head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log_head
    ADD CONSTRAINT public_log_head_pkey PRIMARY KEY (only_row);

--
-- Name: public_log public_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log
    ADD CONSTRAINT public_log_pkey PRIMARY KEY (index);

--
-- Name: public_log_subtrees public_log_subtrees_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.public_log_subtrees
    ADD CONSTRAINT public_log_subtrees_pkey PRIMARY KEY (level, index);

--
-- Name: recovery_codes recovery_codes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (person, code_sha256);

--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (name);

--
-- Name: scheme_versions scheme_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scheme_versions
    ADD CONSTRAINT scheme_versions_pkey PRIMARY KEY (sha256);

--
-- Name: scheme_versions scheme_versions_position_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.scheme_versions
    ADD CONSTRAINT scheme_versions_position_key UNIQUE ("position");

--
-- Name: sent_forms sent_forms_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sent_forms
    ADD CONSTRAINT sent_forms_pkey PRIMARY KEY (person, key);

--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

--
-- Name: sessions sessions_token_sha256_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_token_sha256_key UNIQUE (token_sha256);

--
-- Name: snapshots snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (day);

--
-- Name: stored_pages stored_pages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stored_pages
    ADD CONSTRAINT stored_pages_pkey PRIMARY KEY (number, kind);

--
-- Name: submission_files submission_files_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submission_files
    ADD CONSTRAINT submission_files_pkey PRIMARY KEY (case_id, sequence, name);

--
-- Name: submissions submissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_pkey PRIMARY KEY (case_id, sequence);

--
-- Name: subscriptions subscriptions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);

--
-- Name: subscriptions subscriptions_secret_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_secret_key UNIQUE (secret);

--
-- Name: case_files_by_content; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_files_by_content ON public.case_files USING btree (sha256);

--
-- Name: case_models_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_models_by_key ON public.case_models USING btree (model_key);

--
-- Name: case_notes_by_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX case_notes_by_case ON public.case_notes USING btree (case_id, id);

--
-- Name: cases_by_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_by_received ON public.cases USING btree (first_submitted_on DESC, id) WHERE (first_submitted_on IS NOT NULL);

--
-- Name: cases_by_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_by_state ON public.cases USING btree (state, opened_at, id);

--
-- Name: cases_by_vendor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_by_vendor ON public.cases USING btree (vendor, opened_at DESC, id);

--
-- Name: cases_open_by_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX cases_open_by_due ON public.cases USING btree (due_on, id) INCLUDE (state, level, product_type, assigned_to, first_submitted_on) WHERE (state = ANY (ARRAY['submitted'::text, 'returned'::text, 'accepted'::text, 'in_review'::text, 'more_asked'::text, 'awaiting_decision'::text]));

--
-- Name: ceremonies_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ceremonies_by_expiry ON public.ceremonies USING btree (expires_at);

--
-- Name: events_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_person ON public.events USING btree (actor_person, id) WHERE (actor_person IS NOT NULL);

--
-- Name: events_by_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_by_subject ON public.events USING btree (subject_kind, subject_id, id);

--
-- Name: invitations_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX invitations_by_person ON public.invitations USING btree (person, made_at DESC);

--
-- Name: invitations_open; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX invitations_open ON public.invitations USING btree (person) WHERE (used_at IS NULL);

--
-- Name: issuer_keys_one_signs; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX issuer_keys_one_signs ON public.issuer_keys USING btree ((true)) WHERE (used_until IS NULL);

--
-- Name: label_credentials_by_issuer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_credentials_by_issuer ON public.label_credentials USING btree (issuer, entry);

--
-- Name: label_credentials_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_credentials_by_key ON public.label_credentials USING btree (public_key);

--
-- Name: label_models_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_models_by_key ON public.label_models USING btree (model_key text_pattern_ops);

--
-- Name: label_models_near; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_models_near ON public.label_models USING gin (public.model_neighbours(model_key)) WHERE ((length(model_key) >= 4) AND (length(model_key) <= 40));

--
-- Name: label_search_by_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_by_day ON public.label_search USING btree (published_on DESC, "position" DESC);

--
-- Name: label_search_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_by_end ON public.label_search USING btree (valid_until, grace_until);

--
-- Name: label_search_by_grace; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_by_grace ON public.label_search USING btree (grace_until);

--
-- Name: label_search_by_maker; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_by_maker ON public.label_search USING btree (maker_key, "position");

--
-- Name: label_search_by_support; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_by_support ON public.label_search USING btree (support_ends_on DESC) WHERE (support_ends_on IS NOT NULL);

--
-- Name: label_search_by_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_by_type ON public.label_search USING btree (product_type, "position");

--
-- Name: label_search_grams; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX label_search_grams ON public.label_search USING gin (grams);

--
-- Name: labels_by_publication; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX labels_by_publication ON public.labels USING btree (published_at, number) WHERE (published_at IS NOT NULL);

--
-- Name: labels_by_vendor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX labels_by_vendor ON public.labels USING btree (vendor);

--
-- Name: labels_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX labels_newest ON public.labels USING btree (issued_on DESC, number) WHERE (published_at IS NOT NULL);

--
-- Name: labels_to_publish; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX labels_to_publish ON public.labels USING btree (publish_on) WHERE (published_at IS NULL);

--
-- Name: mails_by_writing; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mails_by_writing ON public.mails USING btree (written_at DESC, id);

--
-- Name: mandate_cases_by_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandate_cases_by_case ON public.mandate_cases USING btree (case_id);

--
-- Name: mandates_by_agent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandates_by_agent ON public.mandates USING btree (agent);

--
-- Name: mandates_by_letter; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mandates_by_letter ON public.mandates USING btree (given_at) WHERE ((letter IS NOT NULL) AND (decided_at IS NULL));

--
-- Name: memberships_by_organisation; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX memberships_by_organisation ON public.memberships USING btree (organisation);

--
-- Name: notices_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notices_due ON public.notices USING btree (due_at) WHERE (due_at IS NOT NULL);

--
-- Name: one_open_decision; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX one_open_decision ON public.label_decisions USING btree (case_id) WHERE (withdrawn_at IS NULL);

--
-- Name: openid_identities_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX openid_identities_by_person ON public.openid_identities USING btree (person);

--
-- Name: passkeys_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX passkeys_by_person ON public.passkeys USING btree (person, enrolled_at, id);

--
-- Name: public_log_by_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_by_subject ON public.public_log USING btree (subject, index);

--
-- Name: public_log_statuses; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX public_log_statuses ON public.public_log USING btree (subject, index DESC) WHERE (kind = 'label-status'::text);

--
-- Name: sent_forms_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sent_forms_by_time ON public.sent_forms USING btree (sent_at);

--
-- Name: sessions_by_person; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sessions_by_person ON public.sessions USING btree (person, started_at DESC) WHERE (ended_at IS NULL);

--
-- Name: submissions_by_answers; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX submissions_by_answers ON public.submissions USING btree (answers_sha256);

--
-- Name: subscriptions_by_topic; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_by_topic ON public.subscriptions USING btree (topic_kind, md5(topic)) WHERE ((confirmed_at IS NOT NULL) AND (disabled_at IS NULL));

--
-- Name: subscriptions_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX subscriptions_once ON public.subscriptions USING btree (address, topic_kind, md5(topic));

--
-- Name: subscriptions_unconfirmed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX subscriptions_unconfirmed ON public.subscriptions USING btree (asked_at) WHERE (confirmed_at IS NULL);

--
-- Name: case_notes case_notes_are_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER case_notes_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_notes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.case_notes ENABLE ALWAYS TRIGGER case_notes_are_append_only;

--
-- Name: events events_are_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER events_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.events ENABLE ALWAYS TRIGGER events_are_append_only;

--
-- Name: label_credentials label_credentials_are_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER label_credentials_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.label_credentials FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

--
-- Name: labels labels_forget_pages; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER labels_forget_pages AFTER DELETE OR UPDATE ON public.labels FOR EACH ROW EXECUTE FUNCTION public.forget_pages_of_label();

ALTER TABLE public.labels ENABLE ALWAYS TRIGGER labels_forget_pages;

--
-- Name: public_log public_log_forgets_pages; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_forgets_pages AFTER INSERT ON public.public_log REFERENCING NEW TABLE AS logged FOR EACH STATEMENT EXECUTE FUNCTION public.forget_pages_of_entries();

ALTER TABLE public.public_log ENABLE ALWAYS TRIGGER public_log_forgets_pages;

--
-- Name: public_log_head public_log_head_stays; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_head_stays BEFORE DELETE OR TRUNCATE ON public.public_log_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.public_log_head ENABLE ALWAYS TRIGGER public_log_head_stays;

--
-- Name: public_log public_log_is_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.public_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.public_log ENABLE ALWAYS TRIGGER public_log_is_append_only;

--
-- Name: public_log_subtrees public_log_subtrees_are_append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER public_log_subtrees_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.public_log_subtrees FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.public_log_subtrees ENABLE ALWAYS TRIGGER public_log_subtrees_are_append_only;

--
-- Name: case_files case_files_attached_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES public.people(id);

--
-- Name: case_files case_files_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: case_files case_files_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_files
    ADD CONSTRAINT case_files_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.files(sha256);

--
-- Name: case_models case_models_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_models
    ADD CONSTRAINT case_models_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: case_notes case_notes_author_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_notes
    ADD CONSTRAINT case_notes_author_fkey FOREIGN KEY (author) REFERENCES public.people(id);

--
-- Name: case_notes case_notes_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_notes
    ADD CONSTRAINT case_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: cases cases_assigned_to_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES public.people(id);

--
-- Name: cases cases_drafted_under_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_drafted_under_fkey FOREIGN KEY (drafted_under) REFERENCES public.scheme_versions(sha256);

--
-- Name: cases cases_opened_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES public.people(id);

--
-- Name: cases cases_scheme_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_scheme_version_fkey FOREIGN KEY (scheme_version) REFERENCES public.scheme_versions(sha256);

--
-- Name: cases cases_vendor_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT cases_vendor_fkey FOREIGN KEY (vendor) REFERENCES public.organisations(id);

--
-- Name: ceremonies ceremonies_session_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ceremonies
    ADD CONSTRAINT ceremonies_session_fkey FOREIGN KEY (session) REFERENCES public.sessions(id);

--
-- Name: credential_gaps credential_gaps_entry_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.credential_gaps
    ADD CONSTRAINT credential_gaps_entry_fkey FOREIGN KEY (entry) REFERENCES public.public_log(index);

--
-- Name: declared_answers declared_answers_label_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.declared_answers
    ADD CONSTRAINT declared_answers_label_id_fkey FOREIGN KEY (label_id) REFERENCES public.labels(id);

--
-- Name: fees fees_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fees
    ADD CONSTRAINT fees_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: fees fees_recorded_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fees
    ADD CONSTRAINT fees_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.people(id);

--
-- Name: file_scans file_scans_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file_scans
    ADD CONSTRAINT file_scans_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.files(sha256);

--
-- Name: format_check_drafts format_check_drafts_case_id_sequence_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_check_drafts
    ADD CONSTRAINT format_check_drafts_case_id_sequence_fkey FOREIGN KEY (case_id, sequence) REFERENCES public.submissions(case_id, sequence);

--
-- Name: format_check_drafts format_check_drafts_saved_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_check_drafts
    ADD CONSTRAINT format_check_drafts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES public.people(id);

--
-- Name: format_check_findings format_check_findings_case_id_sequence_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_check_findings
    ADD CONSTRAINT format_check_findings_case_id_sequence_fkey FOREIGN KEY (case_id, sequence) REFERENCES public.format_checks(case_id, sequence);

--
-- Name: format_checks format_checks_case_id_sequence_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_checks
    ADD CONSTRAINT format_checks_case_id_sequence_fkey FOREIGN KEY (case_id, sequence) REFERENCES public.submissions(case_id, sequence);

--
-- Name: format_checks format_checks_officer_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.format_checks
    ADD CONSTRAINT format_checks_officer_fkey FOREIGN KEY (officer) REFERENCES public.people(id);

--
-- Name: invitations invitations_invited_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.people(id);

--
-- Name: invitations invitations_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: label_credentials label_credentials_entry_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_credentials
    ADD CONSTRAINT label_credentials_entry_fkey FOREIGN KEY (entry) REFERENCES public.public_log(index);

--
-- Name: label_credentials label_credentials_public_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_credentials
    ADD CONSTRAINT label_credentials_public_key_fkey FOREIGN KEY (public_key) REFERENCES public.issuer_keys(public_key);

--
-- Name: label_decisions label_decisions_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_decisions
    ADD CONSTRAINT label_decisions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: label_decisions label_decisions_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_decisions
    ADD CONSTRAINT label_decisions_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES public.people(id);

--
-- Name: label_decisions label_decisions_proposed_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_decisions
    ADD CONSTRAINT label_decisions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.people(id);

--
-- Name: label_decisions label_decisions_withdrawn_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_decisions
    ADD CONSTRAINT label_decisions_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES public.people(id);

--
-- Name: label_lines label_lines_label_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_lines
    ADD CONSTRAINT label_lines_label_id_fkey FOREIGN KEY (label_id) REFERENCES public.labels(id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: label_models label_models_label_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_models
    ADD CONSTRAINT label_models_label_id_fkey FOREIGN KEY (label_id) REFERENCES public.labels(id);

--
-- Name: label_search label_search_label_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.label_search
    ADD CONSTRAINT label_search_label_id_fkey FOREIGN KEY (label_id) REFERENCES public.labels(id) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: labels labels_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: labels labels_scheme_version_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_scheme_version_fkey FOREIGN KEY (scheme_version) REFERENCES public.scheme_versions(sha256);

--
-- Name: labels labels_vendor_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.labels
    ADD CONSTRAINT labels_vendor_fkey FOREIGN KEY (vendor) REFERENCES public.organisations(id);

--
-- Name: mandate_cases mandate_cases_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandate_cases
    ADD CONSTRAINT mandate_cases_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: mandate_cases mandate_cases_mandate_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandate_cases
    ADD CONSTRAINT mandate_cases_mandate_fkey FOREIGN KEY (mandate) REFERENCES public.mandates(id);

--
-- Name: mandates mandates_agent_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_agent_fkey FOREIGN KEY (agent) REFERENCES public.organisations(id);

--
-- Name: mandates mandates_decided_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.people(id);

--
-- Name: mandates mandates_given_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_given_by_fkey FOREIGN KEY (given_by) REFERENCES public.people(id);

--
-- Name: mandates mandates_letter_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_letter_fkey FOREIGN KEY (letter) REFERENCES public.files(sha256);

--
-- Name: mandates mandates_vendor_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mandates
    ADD CONSTRAINT mandates_vendor_fkey FOREIGN KEY (vendor) REFERENCES public.organisations(id);

--
-- Name: memberships memberships_organisation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisations(id);

--
-- Name: memberships memberships_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memberships
    ADD CONSTRAINT memberships_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: notices notices_subscription_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_subscription_fkey FOREIGN KEY (subscription) REFERENCES public.subscriptions(id) ON DELETE CASCADE;

--
-- Name: openid_identities openid_identities_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.openid_identities
    ADD CONSTRAINT openid_identities_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: passkeys passkeys_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.passkeys
    ADD CONSTRAINT passkeys_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: recovery_codes recovery_codes_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: sent_forms sent_forms_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sent_forms
    ADD CONSTRAINT sent_forms_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: sessions sessions_organisation_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_organisation_fkey FOREIGN KEY (organisation) REFERENCES public.organisations(id);

--
-- Name: sessions sessions_person_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_person_fkey FOREIGN KEY (person) REFERENCES public.people(id);

--
-- Name: snapshots snapshots_list_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_list_sha256_fkey FOREIGN KEY (list_sha256) REFERENCES public.files(sha256);

--
-- Name: snapshots snapshots_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.files(sha256);

--
-- Name: submission_files submission_files_case_id_sequence_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submission_files
    ADD CONSTRAINT submission_files_case_id_sequence_fkey FOREIGN KEY (case_id, sequence) REFERENCES public.submissions(case_id, sequence);

--
-- Name: submission_files submission_files_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submission_files
    ADD CONSTRAINT submission_files_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.files(sha256);

--
-- Name: submissions submissions_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases(id);

--
-- Name: submissions submissions_submitted_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.submissions
    ADD CONSTRAINT submissions_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES public.people(id);

--
-- PostgreSQL database dump complete
--

\unrestrict shirushi

