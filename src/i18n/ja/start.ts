/** What is said when the system is started, or cannot be. */
export const start = {
  'config.fault': '{variable} の値「{value}」は使えません。{wanted} 例：{variable}={example}',
  'config.wanted.port': '0から65535までの番号を指定してください（0なら空いている番号を使います）。',
  'config.wanted.database-url': 'postgres:// で始まる接続先を指定してください。',
  'config.wanted.connections': '2から1000までの整数を指定してください。',
  'config.wanted.loopback': 'デモはこの機械の中（localhost）でだけ動かせます。',
  'config.wanted.host': '待ち受ける住所を指定してください。',
  'config.wanted.directory': 'フォルダーを指定してください。',
  'config.wanted.base-url': 'http:// 又は https:// で始まる、公開ページの所在を指定してください。',
  'config.wanted.log-level': 'fatal、error、warn、info、debug、trace、silent のどれかを指定してください。',
  'config.wanted.proxies': '手前にある信頼できる中継サーバーの数（0から10）を指定してください。',
  'config.wanted.smtp-url': 'smtps:// 又は smtp:// で始まる、メールサーバーの接続先を指定してください。',
  'config.wanted.mail-from': 'SMTP_URLを指定したときは、差出人のメールアドレスも指定してください。',
  'config.wanted.clamd': 'clamdのソケットの絶対パスか、「ホスト名:ポート番号」を指定してください。',
  'config.wanted.corporate-number-app-id': '国税庁から届いた13文字の英数字のアプリケーションIDを指定してください。',
  'config.wanted.issuer': 'https:// で始まる発行者（issuer）を、末尾の斜線も含めて指定してください。',
  'config.wanted.client-id': '発行者を指定したときは、クライアントIDも指定してください。',
  'config.wanted.secret-file': '発行者を指定したときは、クライアントの秘密だけを書いたファイルを指定してください。',
  'config.wanted.log-key': '公開ログの署名鍵のファイルを指定してください。',
  'config.wanted.log-origin': '公開ログの名前を、空白と「+」を含まない文字で指定してください。',
  'config.wanted.witnesses': '立会人の鍵とURLを空白で区切り、複数ならコンマで並べて指定してください。',
  'start.log_key_missing':
    '公開ログの署名鍵 {file} がありません。このログは署名済みなので、同じ鍵を控えから戻すか、LOG_KEY_FILE を確かめてください。',
  'start.log_key_malformed': '{file} は、Ed25519の秘密鍵（PEM）ではありません。LOG_KEY_FILE を確かめてください。',
  'start.log_key_open_to_others':
    '公開ログの署名鍵 {file} を、ほかの利用者も読めます（{mode}）。chmod 600 で持ち主だけのものにしてください。',
  'start.log_key_unreadable': '公開ログの署名鍵 {file} を読めないか、つくれません（{trouble}）。',
  'start.log_key_differs':
    '{file} は、この公開ログの鍵ではありません（ログの鍵：{expected}）。控えから戻すか、LOG_KEY_FILE を確かめてください。',
  'start.witness_key_missing':
    '立会人の鍵 {file} がありません。すでに署名しているので、同じ鍵を控えから戻してください。',
  'start.witness_key_malformed': '立会人の鍵 {file} は、Ed25519の秘密鍵（PEM）ではありません。',
  'start.witness_key_open_to_others':
    '立会人の鍵 {file} を、ほかの利用者も読めます（{mode}）。chmod 600 で持ち主だけのものにしてください。',
  'start.witness_key_unreadable': '立会人の鍵 {file} を読めないか、つくれません（{trouble}）。',
  'start.issuer_key_unusable':
    'デジタル証明書の鍵を {place} につくれません（{trouble}）。ISSUER_KEY_DIR を確かめてください。',
  'start.log_not_signed': '公開ログに署名できないので起動しません。署名の鍵を確かめてください。',
  'start.data_directory_in_use':
    'データのフォルダー {directory} は、別のプロセス（{pid}）が使っています。止めてからもう一度試すか、--data で別のフォルダーを指定してください。',
  'start.database_unreachable': 'データベースを使えません：{reason}。DATABASE_URL を確かめてください。',
  'start.database_unreachable_said': 'データベースを使えません：{reason}（{said}）。DATABASE_URL を確かめてください。',
  'unavailable.refused': 'その先で待ち受けているサーバーがありません',
  'unavailable.host_unknown': 'サーバーの名前が見つかりません',
  'unavailable.no_answer': '応答がありません',
  'unavailable.wrong_password': '利用者名かパスワードが受け付けられません',
  'unavailable.no_database': 'その名前のデータベースがありません',
  'unavailable.no_right': '読み書きする権限がありません',
  'unavailable.no_room': 'サーバーに接続数又は容量の余裕がありません',
  'unavailable.not_ready': 'サーバーが起動中又は停止中です',
  'unavailable.lost': '接続が途中で切れました',
  'unavailable.too_slow': '時間内に終わりませんでした',
  'start.database_too_old': 'PostgreSQL {version} は古すぎます。{oldest}以上を使ってください。',
  'start.migration_altered': '適用済みの移行 {name} の内容が変わっています。元に戻してください。',
  'start.migration_missing':
    '適用済みの移行 {name} が見つかりません。新しい版のデータベースではないか確かめてください。',
  'start.scheme_faulty': '制度データに誤りがあるので起動しません。',
  'start.port_in_use': 'ポート {port} は使われています。--port で別の番号を指定してください。',
  'start.no_such_address': '{host} は、この機械で待ち受けられるアドレスではありません。HOST を確かめてください。',
  'start.port_forbidden': 'ポート {port} で待ち受ける権限がありません。--port で1024以上の番号を指定してください。',
  'start.database_dead':
    '組込みデータベースが止まりました：{reason}。直してからもう一度起動してください。記録済みのものは失われません。',
  'start.not_yet': '準備中です。しばらくしてから、もう一度開いてください。',
  'start.listening': '{address} で待ち受けています。止めるには Ctrl+C を押してください。',
  'start.not_a_demonstration':
    'フォルダー {directory} にはデモ以外のものがあるので、デモをつくりません。--data で別のフォルダーを指定してください。',
  'start.no_demonstration':
    'フォルダー {directory} にデモの世界がまだありません。別の端末で npm run demo を動かし、できあがるまで待ってください。',
  'start.data_folder_unusable':
    'データのフォルダー {directory} は使えません：{reason}。--data で別のフォルダーを指定するか、権限と空き容量を確かめてください。',
  'start.database_damaged':
    'データのフォルダー {directory} のデータベースは、ファイルが壊れているか欠けているため開けません（{said}）。このフォルダーを別の場所に移し、控えから戻してください。',
  'start.stopped': '止まりました。',
  'start.demonstration.begun': 'デモの世界をつくります。終わるまで30秒ほどお待ちください。',
  'start.demonstration.building': 'デモの世界をつくっています… {done}/{total} {what}',
  'start.demonstration.ready': 'デモの世界ができました（{seconds}秒）。',
  'start.demonstration.kept':
    '前につくったデモの世界を使います（{directory}。つくり直すにはこのフォルダーを消してください）。',
} as const;
