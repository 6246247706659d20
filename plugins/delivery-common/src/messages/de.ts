import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'delivery.claim.correct':
    'Der Anspruch zählt nicht, deshalb werden die Läufe bei {{claimant}} nicht gezeigt. Korrigiere {{annotations}} in der catalog-info.yaml. Wenn das Repository deins ist, bitte das Plattformteam um eine Regel.',
  'delivery.claim.holderKeeps':
    'Der Anspruch zählt nicht: Die Läufe bleiben bei {{holder}}. Wenn es ein Versehen ist, bitte die Owner von {{claimants}}, ihre Annotationen zu korrigieren. Wenn es gewollt ist, bitte das Plattformteam um eine Regel.',
  'delivery.claim.isClaimed': '{{claimants}} beansprucht {{repository}}',
  'delivery.claim.ofAnother':
    '{{claimant}} beansprucht {{repository}}, das zu {{holder}} gehört',
  'delivery.mainBranch.by': 'von {{actor}}',
  'delivery.mainBranch.commit': 'Commit {{commit}}',
  'delivery.mainBranch.commitBy': 'Commit {{commit}}, von {{actor}}',
  'delivery.mainBranch.failed':
    'Der neueste Lauf ist fehlgeschlagen. Der davor war noch erfolgreich.',
  'delivery.mainBranch.failedOf':
    'Der neueste Lauf ({{about}}) ist fehlgeschlagen. Der davor war noch erfolgreich.',
  'delivery.mainBranch.fails':
    '{{component}}: „{{pipeline}}“ schlägt auf {{branch}} fehl',
  'delivery.mainBranch.passed': 'Der neueste Lauf war erfolgreich.',
  'delivery.mainBranch.passedOf':
    'Der neueste Lauf ({{about}}) war erfolgreich.',
  'delivery.mainBranch.passesAgain':
    '{{component}}: „{{pipeline}}“ ist auf {{branch}} wieder erfolgreich',
  'delivery.refusal.ingest':
    'Nur Administratoren des Portals dürfen sehen, was ankommt',
  'delivery.refusal.notFromHere':
    'Lauf „{{run}}“ lässt sich von hier aus nicht neu starten',
  'delivery.refusal.notProven':
    'Läufe von „{{repository}}“ lassen sich nicht von „{{entityRef}}“ aus starten, weil dessen catalog-info.yaml nicht dort liegt; starte den Lauf auf dem Git-Host oder bitte das Plattformteam um eine Regel',
  'delivery.refusal.rerun':
    'Läufe von {{name}} können nur die Owner neu starten. Wende dich an {{owners}}',
  'delivery.refusal.runNotFound': 'Es gibt keinen Lauf „{{run}}“',
  'delivery.refusal.unknownRepository': 'einem unbekannten Repository',
} satisfies Translated<typeof en>;
