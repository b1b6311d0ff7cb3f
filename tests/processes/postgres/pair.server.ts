import { type Cluster, openCluster } from "../../factories/postgres.server.ts";
import { soon } from "../../factories/soon.ts";

/** A primary and its standby, both Debian's PostgreSQL 15, durable, on the loopback. */
export interface Pair {
  readonly primary: Cluster;
  readonly standby: Cluster;
  /** As DATABASE_URL names them. */
  readonly url: string;
  close(): Promise<void>;
}

const NAME = "lykta_standby";

/** `synchronous`: a commit is told when the standby has it on its disk too. */
export async function openPair(synchronous: boolean): Promise<Pair> {
  const primary = await openCluster();
  await primary.query("create database lykta");
  const standby = await openCluster({ standbyOf: { cluster: primary, name: NAME } });
  if (synchronous) {
    await primary.query(`alter system set synchronous_standby_names = '${NAME}'`);
    await primary.query("select pg_reload_conf()");
  }
  const wanted = synchronous ? "sync" : "async";
  await soon(async () => {
    const [row] = await primary.query<{ sync_state: string }>(
      "select sync_state from pg_stat_replication where state = 'streaming'",
    );
    if (row?.sync_state !== wanted) throw new Error("the standby does not follow yet");
  });
  const hosts = [primary, standby].map(({ port }) => `127.0.0.1:${port}`).join(",");
  return {
    ...{ primary, standby },
    url: `postgresql://postgres@${hosts}/lykta?target_session_attrs=read-write`,
    async close() {
      await Promise.all([primary.close(), standby.close()]);
    },
  };
}

/** Stops what carries the changes to the standby, which falls behind from now on. */
export async function holdBack({ primary }: Pair): Promise<void> {
  const rows = await primary.query<{ pid: number }>("select pid from pg_stat_replication");
  for (const { pid } of rows) process.kill(pid, "SIGSTOP");
}
