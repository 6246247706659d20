"""Schedule of the settlement pipeline on the data platform."""

from datetime import datetime, timedelta

from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk import DAG

with DAG(
    dag_id="settlement_pipeline",
    description="Match settlement files with the ledger",
    # The provider delivers between 03:00 and 03:40.
    schedule="30 4 * * *",
    start_date=datetime(2025, 1, 1),
    catchup=False,
    tags=["billing", "team-payments"],
    default_args={
        "owner": "team-payments",
        "retries": 4,
        "retry_delay": timedelta(minutes=15),
    },
):
    KubernetesPodOperator(
        task_id="reconcile",
        namespace="billing",
        image="registry.acme.example/settlement-pipeline:1.6.0",
        arguments=["{{ ds }}"],
        get_logs=True,
    )
