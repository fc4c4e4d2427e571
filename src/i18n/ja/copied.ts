/** What concerns the register copied as files: the command, its pages, its job. */
export const copied = {
  'cli.help.export': '公開ページの全部を、どのWebサーバーでも配れるファイルとして書き出す（変わったものだけ）',
  'copied.option.static': '書き出すフォルダー（空か、前に書き出したもの）',
  'copied.option.live': 'このプログラムが動いている所在（ファイルを配る所在と違うとき）。検索などはそこへつながる',
  'copied.option.whole': '前の結果を信じず、全部をつくり直す',
  'copied.wanted.live': 'http:// 又は https:// で始まる所在を指定してください。',
  'copied.done':
    '{folder}：ラベル{labels}件のうち{made}件をつくり直しました（書いたファイル{written}、同じだったもの{same}、消したもの{removed}）。',
  'copied.nothing': '{folder}：前に書き出した時から、何も変わっていません。',
  'copied.not-written': '{folder} に書き出せませんでした：{reason}。次に実行すると、続きから書きます。',
  'refusal.export_stopped': '書き出しを途中で止めました。次に実行すると、続きから書きます。',
  'refusal.export_folder_not_ours':
    'このフォルダーには、書き出し以外のものが入っています。空のフォルダーか、前に書き出したフォルダーを指定してください。',
  'refusal.export_folder_in_use':
    'このフォルダーには、別の書き出しが動いています。終わってから、もう一度行ってください。',
  'copied.no-copy':
    '{folder} は、最後まで書き出された登録簿の写しではありません。`shirushi export --static` で書き出してください。',
  'copied.serving': '{folder} を {address} で配信しています。止めるには Ctrl+C を押してください。',
  'copied.search': '検索',
  'copied.search.text':
    'このページは登録簿の写しです。検索など、登録簿のプログラムが要ることは、それが動いている間だけ使えます。ラベルのページと証明は、いつでも見られます。',
  'copied.search.go': '登録簿で検索する',
  'copied.search.later': 'しばらくしてから、もう一度お試しください。',
  'copied.search.number': '登録番号が分かるときは、{address} の後に番号を付けると、ラベルのページが開きます。',
  'copied.search.data': '登録簿の全部を、データとして取り出す',
} as const;
