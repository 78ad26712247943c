"""A real review as a facilitator types it: nodes short of disk, 18 to 20 September 2023.

Facts from the Ministry of Justice Cloud Platform's public incident log (MIT licence), in our own words.
"""

TITLE = "Nodes short of disk after an upgrade"

PREPARE = (
    "severity: SEV2",
    "services: container platform, live cluster",
    "team: Cloud Platform",
    "zone: Europe/London",
    "date: 2023-09-18",
    "detected-by: alert",
    "summary: New nodes came up with a fifth of the usual disk, and image pulls began to fail.",
    "scope: deployments on the live cluster",
    "numbers: several nodes, two days until everything was replaced",
    "not-affected: workloads that were already running",
    "ask: How could a node lose 80 GB of disk without anything saying so?",
    "link: https://github.com/ministryofjustice/cloud-platform incident log",
    "Robin Hale, incident lead, Cloud Platform",
    "Sam Ortega, on-call engineer, Cloud Platform",
    "- Kit Moran, service owner, Prisons Digital",
)

TIMELINE = (
    "13:42 Root-volume usage alert noticed in the high-priority channel @on-call-engineer !detected",
    "14:03 A team reports image pulls failing with no space left @service-owner",
    "14:27 Platform team is mid-upgrade, draining nodes; many evicted pods @on-call-engineer",
    "15:12 Incident declared @incident-lead !declared",
    "15.26 Old and new nodes compared: new ones have 20 GB of disk @on-call-engineer !diagnosed ^",
    "15:34 Old node group uncordoned @on-call-engineer",
    "15:35 Draining of new nodes begins, workloads move back",
    "17:54 Repaired: pulls succeed on the old nodes !mitigated",
    "2023-09-19 10:30 Fix validated, with the launch-template changes @on-call-engineer",
    "2023-09-20 10:00 Fix rolled out on the manager cluster, later on live",
    "12:30 Drain of the old node group starts",
    "15:04 More pods stuck while creating containers ?",
    "15:25 IP assignment errors: addresses run short while draining",
    "19:18 All old nodes drained, no failing pods @incident-lead !resolved",
)

GAPS = (
    "detection: the upgrade changed the disk size and no alert compared it [E1,E5]",
    "containment: moving back took more than two hours [E6..E8]",
)

FACTORS = (
    "technical/change-content: the module upgrade set node disks to 20 GB instead of 100 GB"
    " #silent-defaults [E5] !trigger",
    "> process/review-coverage: launch templates were not compared during the upgrade"
    " #silent-defaults [G1]",
    "technical/capacity-saturation: address prefixes ran out while old nodes drained [E13]",
)

ACTIONS = (
    "Compare launch templates in the upgrade pipeline @sam due:2023-10-06 !high ~prevent"
    ' done:"a changed disk size stops the pipeline" [F1,F2,G1]',
    "Alert when free addresses fall below 10 percent @robin due:2023-10-13 ~detect"
    ' done:"fired in a drill" [F3]',
)

WRAP_UP = (
    "well: the old node group was still there to move back to",
    "lucky: the upgrade had only reached one cluster",
    "surprise: a second shortage hid behind the first",
)
