trigger SweetspotRelationBodyKey on Sweetspot_Relation_Body__c (before insert, before update) {
    SweetspotMatchKey.fillBodies(Trigger.new);
}
