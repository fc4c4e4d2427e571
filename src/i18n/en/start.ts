import type { start as source } from '../ja/start.ts';

/** What is said when the system is started, or cannot be. */
export const start: Readonly<Record<keyof typeof source, string>> = {
  'config.fault': '{variable} cannot be “{value}”. {wanted} Example: {variable}={example}',
  'config.wanted.port': 'It must be a number from 0 to 65535 (0 takes a free one).',
  'config.wanted.database-url': 'It must be an address that begins with postgres://.',
  'config.wanted.connections': 'It must be a whole number from 2 to 1000.',
  'config.wanted.loopback': 'The demonstration only runs inside this machine (localhost).',
  'config.wanted.host': 'It must be an address to listen on.',
  'config.wanted.directory': 'It must be a folder.',
  'config.wanted.base-url': 'It must be the address of the public pages, beginning with http:// or https://.',
  'config.wanted.log-level': 'It must be one of fatal, error, warn, info, debug, trace, silent.',
  'config.wanted.proxies': 'It must be the number of trusted proxies in front (0 to 10).',
  'config.wanted.smtp-url': 'Give the address of a mail server that begins with smtps:// or smtp://.',
  'config.wanted.mail-from': 'With SMTP_URL, give the mail address mails come from, too.',
  'config.wanted.clamd': 'It must be the whole path of clamd’s socket, or HOST:PORT.',
  'config.wanted.corporate-number-app-id':
    'It must be the application id of 13 letters and digits that the National Tax Agency sent.',
  'config.wanted.issuer': 'It must be the issuer, beginning with https://, to the letter, with its slash at the end.',
  'config.wanted.client-id': 'With an issuer, the client id is needed too.',
  'config.wanted.secret-file': 'With an issuer, name a file that holds the client secret and nothing else.',
  'config.wanted.log-key': 'Give the file with the signing key of the public log.',
  'config.wanted.log-origin': 'Give a name for the public log, without spaces and plus signs.',
  'config.wanted.witnesses': 'Give key and address of each witness with a space between, and commas between witnesses.',
  'start.log_key_missing':
    'The signing key {file} of the public log is missing. This log has been signed already: restore the same key from your backup, or look at LOG_KEY_FILE.',
  'start.log_key_malformed': '{file} is no Ed25519 private key (PEM). Look at LOG_KEY_FILE.',
  'start.log_key_open_to_others':
    'Others may read the signing key {file} of the public log ({mode}). Keep it to its owner with chmod 600.',
  'start.log_key_unreadable': 'The signing key {file} of the public log can be neither read nor made ({trouble}).',
  'start.log_key_differs':
    "{file} is not the key of this public log (the log's key: {expected}). Restore it from your backup, or look at LOG_KEY_FILE.",
  'start.witness_key_missing':
    'The key {file} of the witness is missing. It has signed already: restore the same key from your backup.',
  'start.witness_key_malformed': '{file}, the key of the witness, is no Ed25519 private key (PEM).',
  'start.witness_key_open_to_others':
    'Others may read the key {file} of the witness ({mode}). Keep it to its owner with chmod 600.',
  'start.witness_key_unreadable': 'The key {file} of the witness can be neither read nor made ({trouble}).',
  'start.issuer_key_unusable': 'The key of credentials cannot be made at {place} ({trouble}). Look at ISSUER_KEY_DIR.',
  'start.log_not_signed': 'The public log cannot be signed, so nothing is started. Have the signing key looked at.',
  'start.data_directory_in_use':
    'The data folder {directory} is in use by another process ({pid}). Stop it and try again, or name another folder with --data.',
  'start.database_unreachable': 'The database cannot be used: {reason}. Please look at DATABASE_URL.',
  'start.database_unreachable_said': 'The database cannot be used: {reason} ({said}). Please look at DATABASE_URL.',
  'unavailable.refused': 'no server listens there',
  'unavailable.host_unknown': 'there is no server of that name',
  'unavailable.no_answer': 'it does not answer',
  'unavailable.wrong_password': 'it does not take the user name or the password',
  'unavailable.no_database': 'there is no database of that name',
  'unavailable.no_right': 'it gives no right to read or write there',
  'unavailable.no_room': 'it has no connections or no space left',
  'unavailable.not_ready': 'it is starting or stopping',
  'unavailable.lost': 'the connection broke off',
  'unavailable.too_slow': 'it did not finish in time',
  'start.database_too_old': 'PostgreSQL {version} is too old. Use {oldest} or newer.',
  'start.migration_altered': 'The migration {name} was applied but has changed since. Put it back as it was.',
  'start.migration_missing': 'The migration {name} was applied but is not here. Is the database of a newer version?',
  'start.scheme_faulty': 'The scheme data has faults, so nothing is started.',
  'start.port_in_use': 'Port {port} is in use. Name another with --port.',
  'start.no_such_address': '{host} is not an address this machine can listen on. Please look at HOST.',
  'start.port_forbidden': 'You have no right to listen on port {port}. Name one from 1024 up with --port.',
  'start.database_dead':
    'The embedded database has stopped: {reason}. Mend that and start again; nothing that was recorded is lost.',
  'start.not_yet': 'Not ready yet. Please open this page again in a little while.',
  'start.listening': 'Listening on {address}. Press Ctrl+C to stop.',
  'start.not_a_demonstration':
    'The folder {directory} holds something that is no demonstration, so none is built there. Name another with --data.',
  'start.no_demonstration':
    'There is no demonstration world in {directory} yet. Start npm run demo in another terminal and wait until it is ready.',
  'start.data_folder_unusable':
    'The data folder {directory} cannot be used: {reason}. Name another with --data, or see to its permissions and free space.',
  'start.database_damaged':
    'The database in the data folder {directory} cannot be opened: files are damaged or missing ({said}). Move the folder aside and restore it from a backup.',
  'start.stopped': 'Stopped.',
  'start.demonstration.begun': 'Building the demonstration world. This takes half a minute or so.',
  'start.demonstration.building': 'Building the demonstration world… {done}/{total} {what}',
  'start.demonstration.ready': 'The demonstration world is ready ({seconds} s).',
  'start.demonstration.kept':
    'Using the demonstration world built before ({directory}; delete the folder to build it anew).',
};
