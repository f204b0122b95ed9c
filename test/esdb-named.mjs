// Says plainly when no server is named: a suite that skips everything would look like one that passes.
if (!process.env.NORMTRAIL_TEST_ESDB) {
  process.stderr.write(
    'No server is named. Set NORMTRAIL_TEST_ESDB, for instance: ' +
      'NORMTRAIL_TEST_ESDB=esdb://127.0.0.1:2113?tls=false npm run test:esdb\n',
  )
  process.exit(2)
}
