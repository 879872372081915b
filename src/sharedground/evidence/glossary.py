"""The codes of the evidence tables in plain words, and short glosses for the studies' own terms.

The keys are also the allowed values: a code that is not here is a fault in the table.
"""

APPROACHES: dict[str, str] = {
    "risk_averse": "risk-averse practice",
    "collaborative": "collaborative practice",
    "unsupported": "being left alone",
    "both": "whichever way staff act",
}
APPROACH_MARKS: dict[str, str] = {"risk_averse": "■", "collaborative": "●", "unsupported": "▲", "both": ""}

BEARERS: dict[str, str] = {
    "person": "the person",
    "practitioner": "staff",
    "family": "family and friends",
    "service": "the service",
}

DIRECTIONS: dict[str, str] = {
    "harm": "reported harm",
    "benefit": "reported gain",
    "mixed": "both ways, or neither shown",
    "no_effect": "no effect shown",
}

CERTAINTIES: dict[str, str] = {
    "high": "high certainty",
    "moderate": "moderate certainty",
    "low": "low certainty",
    "very_low": "very low certainty",
}

VERIFIED: dict[str, str] = {
    "full_text": "read in the document itself, often only part of it",
    "abstract": "abstract read",
    "secondary": "second-hand: read in someone else's report of it",
    "not_seen": "known of, not seen: so no number is given",
}

SECOND_CHECKS: dict[str, str] = {
    "confirmed": "A second reader looked again and found the same",
    "corrected": "A second reader looked again and corrected it",
    "not_found": "A second reader looked again and could not find it",
    "not_checked": "No second reader has checked it",
}

DESIGNS: dict[str, str] = {
    "RCT": "trial: people or teams put into groups by chance",
    "meta_analysis": "several studies' results put together",
    "systematic_review": "review of all the studies that could be found",
    "cohort": "records of groups of people, not put into groups by chance",
    "survey": "survey",
    "qualitative": "interviews, accounts or argument",
    "inquiry": "national inquiry or investigation",
    "guideline": "national guidance",
}

SETTINGS: dict[str, str] = {
    "acute inpatient": "acute wards",
    "all": "all services",
    "any": "any service",
    "community": "community services",
    "community crisis": "crisis care in the community",
    "community residential": "houses in the community",
    "early intervention teams": "early intervention teams",
    "emergency": "emergency care",
    "emergency and community": "emergency departments and community services",
    "emergency department": "emergency departments",
    "forensic": "forensic services",
    "forensic community": "forensic services in the community",
    "general hospital": "general hospitals",
    "health system records": "records of a health system",
    "inpatient": "mental health wards",
    "inpatient and 30 days after": "mental health wards, and 30 days after",
    "inpatient and community": "wards and community services",
    "inpatient leave": "leave from mental health wards",
    "mixed": "several kinds of service",
    "post-discharge": "after leaving hospital",
    "research": "research studies",
    "secure inpatient": "secure wards",
}

PRACTICES: dict[str, str] = {
    "admission": "going into hospital",
    "advance_statement": "writing down one's wishes in advance",
    "asking_about_suicide": "asking about suicide",
    "blame_culture": "blame after something went wrong",
    "brief_contact": "a call, card or letter afterwards",
    "capacity_used_to_refuse_help": "“has capacity” used to turn people away",
    "carers_left_to_hold_risk": "families left to hold the risk",
    "case_closed_on_refusal": "closing the case when help is turned down",
    "clinical_judgement": "a clinician's own estimate",
    "coercive_measures": "measures against a person's will",
    "collaborative_assessment": "assessing suicidal thoughts together (CAMS)",
    "community_treatment_order": "community treatment order",
    "compulsory_admission": "being taken into hospital against one's will, or under pressure",
    "continuous_observation": "one-to-one observation",
    "crisis_contact_without_help": "asking for help in a crisis and not getting it",
    "crisis_house": "crisis house",
    "crisis_service_24h": "crisis care round the clock",
    "defensive_practice": "practising to avoid blame",
    "discharge_for_nonattendance": "discharge for not attending",
    "discharge_to_primary_care": "discharge to the GP",
    "discharge_transition": "leaving hospital",
    "discharge_without_family": "discharge without asking the person or family",
    "driving": "talking about driving",
    "dual_diagnosis_exclusion": "turned away for using alcohol or drugs",
    "dual_diagnosis_policy": "a policy for people who also use alcohol or drugs",
    "early_follow_up": "being seen within days of leaving hospital",
    "environment_restriction": "making the ward building safer",
    "exclusion_from_care_planning": "care planned without the person",
    "exclusion_from_risk_assessment": "risk assessed without the person or family",
    "exclusion_thresholds": "thresholds that shut people out",
    "family_involvement": "asking and involving families",
    "follow_up_policy": "national rules on early follow-up",
    "hearing_voices_group": "Hearing Voices group",
    "home_treatment": "home treatment instead of hospital",
    "intermittent_observation": "observation at intervals",
    "joint_crisis_plan": "joint crisis plan",
    "late_follow_up_after_discharge": "late follow-up after leaving hospital",
    "learning_review": "a learning review after a suicide",
    "leave": "leave from the ward",
    "less_intensive_care": "moving to less intensive care",
    "lone_working": "working alone",
    "medication_maintenance": "staying on medication",
    "medication_reduction": "reducing medication slowly, with support",
    "missed_appointments": "missed appointments",
    "no_aftercare_referral": "sent home without a referral",
    "no_harm_contract": "a promise not to harm oneself (no-harm contract)",
    "no_psychosocial_assessment": "sent home without an assessment",
    "observation_any_level": "observation at any level",
    "online_activity": "being online",
    "open_dialogue": "Open Dialogue: meetings with the person's network",
    "open_door_policy": "open ward doors",
    "out_of_area_placement": "a bed far from home",
    "parenting_scrutiny": "being watched as a parent",
    "patient_suicide_aftermath": "after a patient's suicide",
    "peer_support": "peer support",
    "personality_disorder_exclusion": "care after a personality disorder diagnosis",
    "physical_restraint": "physical restraint",
    "psychosocial_assessment": "talking it through after self-harm (psychosocial assessment)",
    "recovery_language_used_to_withdraw": "“recovery” used to take support away",
    "recovery_oriented_practice": "a recovery programme for teams",
    "restraint_reduction_programme": "a programme to use less restraint",
    "risk_focus_forensic": "constant attention to risk in secure care",
    "risk_scale": "risk scales and tools",
    "risk_stratification": "labels of high, medium and low risk",
    "safety_plan": "safety plan",
    "safewards": "Safewards programme",
    "seclusion_restraint": "seclusion or restraint",
    "self_neglect": "responding to self-neglect",
    "self_referred_brief_admission": "short stays people can book themselves into",
    "shared_decision": "shared decision making",
    "shared_risk_assessment": "assessing risk together",
    "staff_training": "recovery training for staff",
    "stopping_medication_alone": "stopping medication alone",
    "structured_risk_assessment": "daily structured assessment tied to prevention",
    "support_ends_at_child_removal": "support that ends when a child is removed",
    "supported_employment": "help into a job early (individual placement and support)",
    "thin_supervision": "too little supervision",
    "wait_without_contact": "waiting without contact",
    "ward_restriction_level": "how restricted a ward is",
    "ward_violence": "violence on wards",
    "wellness_plan": "Wellness Recovery Action Plan",
    "work_climate": "working in mental health care",
}

GLOSSES: dict[str, str] = {
    "risk-averse practice": (
        "deciding for safety without the person, mainly to settle a worry of the service or one's own"
    ),
    "collaborative practice": "deciding together with the person, towards more freedom or less",
    "being left alone": "the risk is left with the person, a family or one member of staff, whatever it is called",
    "certainty": (
        "how far the figure or statement can be relied on, as one reader of this project judged it: "
        "high, moderate, low or very low"
    ),
    "odds ratio": "how the odds of something in one group compare with the odds in another; 1 means the same",
    "risk ratio": "how often something happened in one group, divided by how often in another; 1 means the same",
    "hazard ratio": "how fast something happened in one group beside another over time; 1 means the same",
    "incidence rate ratio": "the rate of events in one group divided by the rate in another; 1 means the same",
    "interval": (
        "how far the true figure may lie to either side, from chance alone; most studies print the 95 percent "
        "confidence interval, and our table does not record which one was printed"
    ),
    "interquartile range": "the middle half of the studies' results lay between these two",
    "range": "the lowest and the highest result among the studies",
    "effect size": "a difference measured against how much people differ anyway; around 0.2 is often called small",
    "AUC": "how well a tool tells two groups apart: 0.5 is no better than tossing a coin, 1 would be perfect",
    "positive predictive value": "of those a tool marks, the share to whom it then happens",
    "negative predictive value": "of those a tool does not mark, the share to whom it does not happen",
    "sensitivity": "of those to whom it happened, the share the tool had marked",
    "person-years": "people counted times the years each was followed",
    "adjusted": "after allowing for known differences between the groups",
    "cluster RCT": "a trial that puts whole wards or teams, not single people, into groups by chance",
    "confounding": "the groups differed from the start, so the difference may not come from the practice",
    "confounding by indication": "the people thought most at risk are the ones who get the measure",
    "base rate": "how common something is to begin with; what is rare is hard to foresee with any tool",
    "heterogeneity": "the studies differ a good deal among themselves",
    "compulsory admission": "being taken into hospital under mental health law",
    "containment": "restraint, seclusion, extra medication or close observation",
    "seclusion": "being kept alone in a locked room",
    "usual care": "what people would have had anyway",
    "relapse": "the illness coming back",
    "readmission": "going back into hospital or crisis care",
    "ideation": "thoughts of suicide",
    "second-hand": "we read about it in someone else's report, not in the study itself",
}
