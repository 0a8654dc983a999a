// A mail server for tests. Prints its port, then each message it took as one line of JSON.
// Arguments: how many messages to put off before it takes any (451), and, if asked for, user and password.
import { SMTPServer } from "smtp-server";

let putOff = Number(process.argv[2] ?? 0);
const [user, password] = process.argv.slice(3);

const server = new SMTPServer({
  disabledCommands: user ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
  allowInsecureAuth: true,
  authOptional: !user,
  onAuth: (given, _session, done) =>
    given.username === user && given.password === password ? done(null, { user }) : done(new Error("Wrong user or password")),
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      if (putOff-- > 0) return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
      const message = Buffer.concat(parts).toString("latin1");
      console.log(JSON.stringify({ from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((to) => to.address), user: session.user ?? null, message }));
      done();
    });
  },
});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
