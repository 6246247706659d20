import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'workloads.claim.correct':
    'Sie gehören zu {{holder}}, deshalb werden sie bei {{claimant}} nicht gezeigt. Korrigiere die Kubernetes-Annotationen in der catalog-info.yaml. Wenn die Workloads deine sind, bitte das Plattformteam um eine Regel.',
  'workloads.claim.holderKeeps':
    'Du behältst deine Rechte: Für {{holder}} hat sich nichts geändert. Wenn das ein Versehen ist, bitte die Owner von {{claimants}}, ihre Kubernetes-Annotationen zu korrigieren.',
  'workloads.claim.isClaimed':
    '{{holder}}: {{claimants}} beansprucht die Workloads',
  'workloads.claim.ofAnother':
    '{{claimant}} beansprucht Workloads von {{holder}}',
  'workloads.health.failedJob': 'Der letzte Job ist fehlgeschlagen.',
  'workloads.health.jobRuns': 'Ein Job läuft.',
  'workloads.health.jobSucceeded': 'Der letzte Job war erfolgreich.',
  'workloads.health.noJob': 'Noch ist kein Job fertig geworden.',
  'workloads.health.paused':
    'Ein Rollout ist angehalten; {{ready}} von {{desired}} Pods sind bereit.',
  'workloads.health.ready': '{{ready}} von {{desired}} Pods sind bereit.',
  'workloads.health.readyBut':
    '{{ready}} von {{desired}} Pods sind bereit: {{status}}.',
  'workloads.health.rollingOut':
    'Ein Rollout läuft; {{ready}} von {{desired}} Pods sind bereit.',
  'workloads.health.stopped': 'Auf null skaliert.',
  'workloads.health.suspended': 'Ausgesetzt.',
  'workloads.health.tooLong':
    '{{ready}} von {{desired}} Pods sind bereit; der Rollout hat zu lange gedauert.',
  'workloads.refusal.logs':
    'Die Logs von Pod „{{pod}}“ können nur die Owner von {{name}} lesen. Wende dich an {{owners}}',
  'workloads.refusal.logsNoRule':
    'Keine Regel unter „workloads.claims“ bestätigt, wem Pod „{{pod}}“ gehört; deshalb können nur Administratoren seine Logs lesen. Bitte das Plattformteam um eine.',
  'workloads.refusal.madeByHand':
    '{{label}} wurde von Hand angelegt und käme nicht wieder',
  'workloads.refusal.noRule':
    '{{label}} können nur Administratoren neu starten: Keine Regel unter „workloads.claims“ bestätigt, dass es zu {{name}} gehört. Bitte das Plattformteam um eine.',
  'workloads.refusal.notFound':
    'Im Namespace „{{namespace}}“ des Clusters „{{cluster}}“ gibt es {{label}} von „{{entityRef}}“ nicht',
  'workloads.refusal.notRead': '{{label}} konnte nicht gelesen werden',
  'workloads.refusal.notRestarted':
    '{{label}} konnte nicht neu gestartet werden',
  'workloads.refusal.ofAnother':
    '{{label}} gehört zu {{holders}}: Der Anspruch von {{claimant}} zählt nicht. Bitte {{owners}} um den Neustart.',
  'workloads.refusal.onDelete':
    '{{label}} ersetzt einen Pod erst, wenn jemand ihn löscht: Die Update-Strategie ist OnDelete. Starte die Pods einzeln neu.',
  'workloads.refusal.paused':
    '{{label}} ist angehalten, deshalb würde kein Pod ersetzt. Setze es zuerst fort, mit „kubectl rollout resume“ oder in seinem Manifest.',
  'workloads.refusal.proxy':
    'Über den Kubernetes-Proxy lassen sich nur Logs und Events von Pods lesen',
  'workloads.refusal.read': 'Du darfst nicht sehen, was läuft',
  'workloads.refusal.restart':
    'Das können nur die Owner von {{name}} neu starten. Wende dich an {{owners}}',
  'workloads.version.anotherArtifact': 'ein anderes Artefakt',
  'workloads.version.different':
    'Delivery hat {{version}} nach „{{environment}}“ deployt, aber {{found}} läuft.',
  'workloads.version.gone':
    'Laut Delivery ist es aus „{{environment}}“ verschwunden.',
  'workloads.version.noAnswer': 'Delivery antwortet gerade nicht.',
  'workloads.version.noDeployment':
    'Delivery kennt kein Deployment nach „{{environment}}“.',
  'workloads.version.noEnvironment':
    'Welche Umgebung das ist, ist nicht konfiguriert.',
  'workloads.version.noPod': 'Es läuft kein Pod.',
  'workloads.version.notComparable':
    'Image und Deployment nach „{{environment}}“ sind nicht beide per Tag oder beide per Digest benannt und lassen sich deshalb nicht vergleichen.',
  'workloads.version.otherImages':
    'Keines der Images ist eines, das Delivery deployt.',
  'workloads.version.same': 'Was nach „{{environment}}“ deployt wurde, läuft.',
  'workloads.warning.crashing.lookAt1':
    'Die letzten Zeilen im Log des vorigen Laufs; dort steht fast immer der Grund.',
  'workloads.warning.crashing.lookAt2':
    'Der Exit-Code: 137 heißt zu wenig Speicher oder abgebrochen, 143 von außen gestoppt, andere kommen vom Programm.',
  'workloads.warning.crashing.lookAt3':
    'Was sich zuletzt geändert hat: die Version, ein Secret, eine Config-Map.',
  'workloads.warning.crashing.meaning':
    'Der Container startet, endet und wird nach einer Pause neu gestartet, die auf bis zu fünf Minuten wächst.',
  'workloads.warning.crashing.title': 'Ein Container stürzt immer wieder ab',
  'workloads.warning.diskShort.lookAt1':
    'Was sie füllt: Images, Logs, temporäre Dateien.',
  'workloads.warning.diskShort.meaning':
    'Bald wird er Pods verdrängen oder keine Images mehr laden können.',
  'workloads.warning.diskShort.title': 'Einem Node wird die Platte knapp',
  'workloads.warning.evicted.lookAt1': 'Was laut Meldung dem Node knapp wurde.',
  'workloads.warning.evicted.lookAt2':
    'Ob der Pod mehr verbraucht, als er anfordert; solche gehen zuerst.',
  'workloads.warning.evicted.lookAt3':
    'Was er auf die Platte des Nodes schreibt.',
  'workloads.warning.evicted.meaning':
    'Dem Node wurde Speicher oder Platte knapp, oder ein Pod mit höherer Priorität brauchte den Platz.',
  'workloads.warning.evicted.title': 'Ein Pod wurde von seinem Node verdrängt',
  'workloads.warning.hook.lookAt1':
    'Der Befehl des Hooks und was die Meldung dazu sagt.',
  'workloads.warning.hook.meaning':
    'Was nach dem Start oder vor dem Stopp laufen sollte, ist nicht gelaufen.',
  'workloads.warning.hook.title': 'Ein Hook eines Containers schlägt fehl',
  'workloads.warning.imagePull.lookAt1':
    'Ob es den Tag in der Registry gibt; meist ist es ein Tippfehler.',
  'workloads.warning.imagePull.lookAt2':
    'Ob das Pull-Secret des Service-Accounts da ist und noch gilt.',
  'workloads.warning.imagePull.lookAt3': 'Ob der Node die Registry erreicht.',
  'workloads.warning.imagePull.meaning':
    'Der Node bekommt das Image nicht von der Registry, deshalb startet der Container nicht. Kubernetes versucht es in wachsenden Abständen erneut.',
  'workloads.warning.imagePull.title': 'Ein Image lässt sich nicht laden',
  'workloads.warning.jobFailed.lookAt1': 'Das Log seines letzten Pods.',
  'workloads.warning.jobFailed.lookAt2':
    'Ob seine Frist noch zu dem passt, was er tun muss.',
  'workloads.warning.jobFailed.meaning':
    'Er ist so oft fehlgeschlagen oder hat so lange gebraucht, wie er darf; bis zu seinem nächsten Termin wird er nicht erneut versucht.',
  'workloads.warning.jobFailed.title': 'Ein Job ist endgültig fehlgeschlagen',
  'workloads.warning.manifest.lookAt1':
    'Die Datei und der Fehler, die die Meldung nennt.',
  'workloads.warning.manifest.meaning':
    'Was im Repository steht, ist nicht, was läuft, denn das Manifest wird abgelehnt.',
  'workloads.warning.manifest.title': 'Ein Manifest wurde nicht angewendet',
  'workloads.warning.missingSecret.lookAt1':
    'Der Name und der Schlüssel in der Meldung, und ob es sie in diesem Namespace gibt.',
  'workloads.warning.missingSecret.meaning':
    'Der Container nennt ein Secret, eine Config-Map oder einen Schlüssel darin, die es nicht gibt.',
  'workloads.warning.missingSecret.title':
    'Ein Secret oder eine Config-Map fehlt',
  'workloads.warning.network.lookAt1':
    'Ob das nur auf einem Node passiert; dann ist es Sache der Plattform.',
  'workloads.warning.network.meaning':
    'Der Node hat keine Adresse für den Pod, oder sein Netzwerk-Plugin funktioniert nicht.',
  'workloads.warning.network.title':
    'Das Netzwerk eines Pods lässt sich nicht einrichten',
  'workloads.warning.noMetrics.lookAt1':
    'Ob jeder Container der Pods die Ressource anfordert; ohne das gibt es keinen Prozentwert.',
  'workloads.warning.noMetrics.lookAt2':
    'Ob die Metrics-API des Clusters funktioniert.',
  'workloads.warning.noMetrics.lookAt3':
    'Ob irgendein Pod bereit ist: Von anderen gibt es keine Zahlen.',
  'workloads.warning.noMetrics.meaning':
    'Er kann die Metrik nicht lesen, nach der er skaliert; die Zahl der Pods bleibt deshalb, wie sie ist.',
  'workloads.warning.noMetrics.title': 'Dem Autoscaler fehlen Zahlen',
  'workloads.warning.noNode.lookAt1':
    'Was die Meldung aufzählt: Node-Selektoren, Affinität, Taints, Volumes einer anderen Zone.',
  'workloads.warning.noNode.lookAt2':
    'Ob ein Node gesperrt oder nicht bereit ist.',
  'workloads.warning.noNode.meaning':
    'Die Regeln des Pods, seine Volumes oder die Taints der Nodes lassen keinen Node übrig, auf dem er laufen kann.',
  'workloads.warning.noNode.title': 'Kein Node passt zu einem Pod',
  'workloads.warning.noRoom.lookAt1':
    'Die Anforderungen im Vergleich zum echten Verbrauch; sie können viel zu hoch sein.',
  'workloads.warning.noRoom.lookAt2':
    'Ob der Cluster um einen Node wachsen darf, und warum er es nicht getan hat.',
  'workloads.warning.noRoom.lookAt3':
    'Was sonst Platz braucht, etwa ein Rollout, der die Pods verdoppelt.',
  'workloads.warning.noRoom.meaning':
    'Was der Pod an CPU oder Speicher anfordert, ist auf keinem Node frei, deshalb wartet er.',
  'workloads.warning.noRoom.title': 'Kein Node hat Platz für einen Pod',
  'workloads.warning.nodeFails.lookAt1':
    'Ob andere Workloads auf dem Node betroffen sind; dann ist es Sache der Plattform.',
  'workloads.warning.nodeFails.lookAt2':
    'Dass Pods über Nodes verteilt sind, damit einer ausfallen kann.',
  'workloads.warning.nodeFails.meaning':
    'Der Node meldet sich nicht mehr; seine Pods ziehen nach einigen Minuten auf andere um.',
  'workloads.warning.nodeFails.title': 'Ein Node fällt aus',
  'workloads.warning.notAlive.lookAt1':
    'Ob er hängt oder nur langsam ist: Das zeigt die CPU-Nutzung im Vergleich zum Limit.',
  'workloads.warning.notAlive.lookAt2':
    'Ob Timeout und Schwelle der Probe zu eng sind.',
  'workloads.warning.notAlive.lookAt3':
    'Dass die Probe das Programm selbst prüft und nicht, wovon es abhängt.',
  'workloads.warning.notAlive.meaning':
    'Der Container antwortet der Probe nicht rechtzeitig und wird deshalb neu gestartet.',
  'workloads.warning.notAlive.title': 'Eine Liveness-Probe schlägt fehl',
  'workloads.warning.notCreated.lookAt1':
    'Was sie ablehnt: eine Admission-Policy, ein fehlender Service-Account, ein Limit-Range.',
  'workloads.warning.notCreated.meaning':
    'Der API-Server lehnt die Pods ab, die der Workload will.',
  'workloads.warning.notCreated.title': 'Pods lassen sich nicht anlegen',
  'workloads.warning.notReady.lookAt1':
    'Wovon er abhängt: Datenbanken und Services, die er prüft.',
  'workloads.warning.notReady.lookAt2':
    'Ob die Probe genug Zeit für den Start lässt.',
  'workloads.warning.notReady.lookAt3': 'Sein Log zur Zeit der Fehlschläge.',
  'workloads.warning.notReady.meaning':
    'Der Container läuft, meldet aber, dass er nicht bedienen kann, und bekommt deshalb keine Anfragen.',
  'workloads.warning.notReady.title': 'Eine Readiness-Probe schlägt fehl',
  'workloads.warning.notStopping.lookAt1':
    'Dass das Programm bei SIGTERM endet.',
  'workloads.warning.notStopping.meaning':
    'Er ist nicht innerhalb seiner Frist geendet; Anfragen können abgeschnitten worden sein.',
  'workloads.warning.notStopping.title': 'Ein Container hört nicht auf',
  'workloads.warning.outOfMemory.lookAt1':
    'Der Verbrauch im Vergleich zum Limit vor dem Abbruch: Wächst er ohne Ende?',
  'workloads.warning.outOfMemory.lookAt2':
    'Ob die Laufzeitumgebung das Limit kennt, etwa die Heap-Größe einer JVM.',
  'workloads.warning.outOfMemory.lookAt3':
    'Ob das Limit für die Last einfach zu niedrig ist.',
  'workloads.warning.outOfMemory.meaning':
    'Er hat mehr Speicher gebraucht, als sein Limit erlaubt, oder der Node hatte keinen mehr, und der Kernel hat ihn beendet.',
  'workloads.warning.outOfMemory.title':
    'Einem Container ist der Speicher ausgegangen',
  'workloads.warning.probe.lookAt1': 'Pfad und Port der Probe.',
  'workloads.warning.probe.lookAt2': 'Das Log des Containers.',
  'workloads.warning.probe.meaning':
    'Der Container antwortet einer seiner Probes nicht so, wie er soll.',
  'workloads.warning.probe.title': 'Eine Probe schlägt fehl',
  'workloads.warning.quota.lookAt1':
    'Welche Grenze der Quota die Meldung nennt, und was sie verbraucht.',
  'workloads.warning.quota.lookAt2':
    'Alte Pods oder Jobs, die niemand mehr braucht.',
  'workloads.warning.quota.meaning':
    'Der Namespace darf keine weiteren Pods, keine CPU oder keinen Speicher mehr haben, deshalb entsteht kein neuer Pod.',
  'workloads.warning.quota.title': 'Eine Quota ist aufgebraucht',
  'workloads.warning.unknown.lookAt1':
    'Die Meldung, und das Objekt, um das es geht.',
  'workloads.warning.unknown.meaning':
    'Kubernetes sagt das über ein Objekt der Entity; siehe die Meldung.',
  'workloads.warning.unknown.title': 'Eine Warnung des Clusters',
  'workloads.warning.volume.lookAt1':
    'Ob es das Secret oder die Config-Map aus der Meldung im Namespace gibt.',
  'workloads.warning.volume.lookAt2':
    'Ob das Volume noch an einem Node hängt, auf dem der Pod vorher lief.',
  'workloads.warning.volume.meaning':
    'Der Pod wartet auf ein Volume, ein Secret oder eine Config-Map, die fehlen oder von einem anderen Node gehalten werden.',
  'workloads.warning.volume.title': 'Ein Volume lässt sich nicht einhängen',
} satisfies Translated<typeof en>;
